import { DomainError, type Refusal, type RefusalCode } from "@rollcall/domain";
import { TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import { ApiError, type FieldError } from "./api-error.ts";
import type { ErrorCode } from "./error-catalogue.ts";

/** Whatever was thrown, in the words of the catalogue. Texts of unexpected errors stay in the cause, for the log. */
export function toApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  if (thrown instanceof DomainError) return refusalError(thrown);
  if (!(thrown instanceof TRPCError)) return new ApiError("internal", { cause: thrown });
  // tRPC wraps what a procedure throws as an internal error with the original as its cause.
  if (thrown.cause instanceof DomainError || thrown.cause instanceof ApiError) return toApiError(thrown.cause);
  if (thrown.cause instanceof ZodError && thrown.code === "BAD_REQUEST") return inputError(thrown.cause);
  const code = libraryCodes[thrown.code];
  return new ApiError(code, { cause: thrown.cause ?? thrown });
}

function refusalError(error: DomainError): ApiError {
  const { refusal } = error;
  return new ApiError(refusalCodes[refusal.code], { detail: error.message, fields: fieldsOf(refusal), cause: error });
}

function fieldsOf(refusal: Refusal): readonly FieldError[] {
  if (refusal.code === "conflict") return [{ path: [refusal.attribute], message: "is already taken" }];
  if (refusal.code === "invalid_value") return [{ path: [refusal.attribute], message: refusal.reason }];
  return [];
}

function inputError(error: ZodError): ApiError {
  const fields = error.issues.map(({ path, message }) => ({ path: path.map(pathKey), message }));
  const detail = fields.map(({ path, message }) => (path.length > 0 ? `${path.join(".")}: ${message}` : message));
  return new ApiError("invalid_input", { detail: detail.join("; "), fields, cause: error });
}

function pathKey(key: PropertyKey): string | number {
  return typeof key === "symbol" ? String(key) : key;
}

const refusalCodes = {
  not_found: "not_found",
  conflict: "conflict",
  in_use: "in_use",
  token_limit: "token_limit",
  idp_owned: "idp_owned",
  tenant_deleted: "tenant_deleted",
  scope_exceeded: "scope_exceeded",
  version_mismatch: "version_mismatch",
  contention: "contention",
  unavailable: "unavailable",
  invalid_value: "invalid_input",
  unknown_members: "unknown_members",
} as const satisfies Record<RefusalCode, ErrorCode>;

/** Errors that tRPC and its adapters raise by themselves. */
const libraryCodes = {
  PARSE_ERROR: "malformed_request",
  BAD_REQUEST: "malformed_request",
  UNAUTHORIZED: "unauthenticated",
  FORBIDDEN: "insufficient_scope",
  NOT_FOUND: "unknown_path",
  METHOD_NOT_SUPPORTED: "method_not_allowed",
  CONFLICT: "conflict",
  PRECONDITION_FAILED: "version_mismatch",
  PRECONDITION_REQUIRED: "malformed_request",
  PAYLOAD_TOO_LARGE: "payload_too_large",
  UNSUPPORTED_MEDIA_TYPE: "unsupported_media_type",
  UNPROCESSABLE_CONTENT: "invalid_input",
  TOO_MANY_REQUESTS: "rate_limited",
  PAYMENT_REQUIRED: "internal",
  CLIENT_CLOSED_REQUEST: "malformed_request",
  TIMEOUT: "unavailable",
  INTERNAL_SERVER_ERROR: "internal",
  NOT_IMPLEMENTED: "internal",
  BAD_GATEWAY: "unavailable",
  SERVICE_UNAVAILABLE: "unavailable",
  GATEWAY_TIMEOUT: "unavailable",
} as const satisfies Record<TRPCError["code"], ErrorCode>;
