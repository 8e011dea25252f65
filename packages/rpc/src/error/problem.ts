import { TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc";
import type { ApiError, FieldError } from "./api-error.ts";
import { type ErrorCode, errorCatalogue, type ErrorStatus } from "./error-catalogue.ts";

/** Why a request was not fulfilled: problem details of RFC 9457, with our own members after `detail`. */
export interface Problem {
  /** Where the error is explained, relative to the API. */
  readonly type: string;
  readonly title: string;
  readonly status: ErrorStatus;
  /** One sentence for people about this occurrence. */
  readonly detail: string;
  /** One word for programs. */
  readonly code: ErrorCode;
  /** For reports: it finds the request in our log. */
  readonly requestId: string | null;
  /** What is wrong with which part of the input. */
  readonly errors?: readonly FieldError[];
}

export const PROBLEM_MEDIA_TYPE = "application/problem+json";

/** The body of a REST answer, and `data` of a tRPC one. */
export function toProblem(error: ApiError, requestId: string | null): Problem {
  const { errorCode, fields, message } = error;
  const { title, status } = errorCatalogue[errorCode];
  return {
    type: `/docs/errors#${errorCode}`,
    title,
    status,
    detail: message,
    code: errorCode,
    requestId,
    ...(fields.length > 0 && { errors: fields }),
  };
}

/** An error as tRPC's clients read it. */
export function toErrorShape(error: ApiError, requestId: string | null) {
  return {
    message: error.message,
    code: TRPC_ERROR_CODES_BY_KEY[error.code],
    // By its number tRPC takes an outage for an internal error; by this it answers the right status.
    data: { ...toProblem(error, requestId), httpStatus: errorCatalogue[error.errorCode].status },
  };
}

/** The same in tRPC's envelope, for errors outside of procedures. */
export function toErrorEnvelope(error: ApiError, requestId: string | null) {
  return { error: toErrorShape(error, requestId) };
}
