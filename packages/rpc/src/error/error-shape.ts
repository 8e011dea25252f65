import { DomainError } from "@rollcall/domain";
import type { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc";
import { ZodError } from "zod";

interface ErrorOrigin {
  readonly requestId: string | null;
  /** The procedure, as in `users.get`, when one was reached. */
  readonly path?: string | undefined;
}

/** What a caller sees of an error: never the text of an unexpected one, never a stack. */
export function errorShape(error: TRPCError, { requestId, path }: ErrorOrigin) {
  return {
    code: TRPC_ERROR_CODES_BY_KEY[error.code],
    message: publicMessage(error),
    data: {
      code: error.code,
      httpStatus: getHTTPStatusCodeFromError(error),
      ...(path !== undefined && { path }),
      requestId,
      refusal: error.cause instanceof DomainError ? error.cause.refusal.code : null,
    },
  };
}

const INTERNAL_ERROR_MESSAGE = "Something went wrong on our side; give the request id when you report it.";

function publicMessage(error: TRPCError): string {
  if (error.code === "INTERNAL_SERVER_ERROR") return INTERNAL_ERROR_MESSAGE;
  if (error.cause instanceof ZodError) return describeIssues(error.cause);
  return error.message;
}

function describeIssues({ issues }: ZodError): string {
  return issues.map(({ path, message }) => (path.length > 0 ? `${path.join(".")}: ${message}` : message)).join("; ");
}
