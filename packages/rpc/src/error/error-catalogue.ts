import type { TRPC_ERROR_CODE_KEY } from "@trpc/server/rpc";

interface CatalogueEntry {
  /** Of HTTP. */
  readonly status: ErrorStatus;
  /** The nearest of tRPC's own codes, which decides the status of a tRPC answer. */
  readonly trpcCode: TRPC_ERROR_CODE_KEY;
  /** The same for every occurrence (RFC 9457 §3.1.3). */
  readonly title: string;
  /** What whoever sees it can do. */
  readonly remedy: string;
}

export const errorStatuses = [400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 429, 500, 503] as const;
export type ErrorStatus = (typeof errorStatuses)[number];

/** Every error of the internal API. Codes are a promise to consumers: new ones may come, none changes its meaning. */
export const errorCatalogue = {
  invalid_input: {
    status: 400,
    trpcCode: "BAD_REQUEST",
    title: "The input is not valid",
    remedy: "Correct the fields that `errors` names.",
  },
  malformed_request: {
    status: 400,
    trpcCode: "BAD_REQUEST",
    title: "The request cannot be read",
    remedy: "Send well-formed JSON, and a well-formed path and headers.",
  },
  unknown_members: {
    status: 400,
    trpcCode: "BAD_REQUEST",
    title: "Members do not exist",
    remedy: "Leave out the ids that `detail` names, or create those users and groups first.",
  },
  unauthenticated: {
    status: 401,
    trpcCode: "UNAUTHORIZED",
    title: "There is no valid credential",
    remedy:
      "Send an API key or a JWT of the platform as `Authorization: Bearer …`; it may have expired or been revoked.",
  },
  insufficient_scope: {
    status: 403,
    trpcCode: "FORBIDDEN",
    title: "The credential does not allow this",
    remedy: "Use a credential with the scope that `detail` names.",
  },
  scope_exceeded: {
    status: 403,
    trpcCode: "FORBIDDEN",
    title: "An API key cannot be given more than its maker has",
    remedy: "Ask for fewer scopes, or make the key with a credential that has them.",
  },
  not_found: {
    status: 404,
    trpcCode: "NOT_FOUND",
    title: "There is no such resource",
    remedy: "Check the id. What belongs to another tenant looks exactly like what does not exist.",
  },
  unknown_path: {
    status: 404,
    trpcCode: "NOT_FOUND",
    title: "There is nothing at this path",
    remedy: "Compare the path and the procedure's name with the reference.",
  },
  method_not_allowed: {
    status: 405,
    trpcCode: "METHOD_NOT_SUPPORTED",
    title: "The path does not know this method",
    remedy: "Queries are GET, mutations POST in tRPC; REST methods stand in the reference.",
  },
  conflict: {
    status: 409,
    trpcCode: "CONFLICT",
    title: "A unique value is already taken",
    remedy: "Choose another value, or work with the resource that has it.",
  },
  in_use: {
    status: 409,
    trpcCode: "CONFLICT",
    title: "The resource is still in use",
    remedy: "Remove what uses it first.",
  },
  token_limit: {
    status: 409,
    trpcCode: "CONFLICT",
    title: "The connection has as many live tokens as it may have",
    remedy: "Revoke one of them first.",
  },
  idp_owned: {
    status: 409,
    trpcCode: "CONFLICT",
    title: "An identity provider manages this resource",
    remedy: "Change it in the identity provider, which would overwrite a change made here.",
  },
  tenant_deleted: {
    status: 409,
    trpcCode: "CONFLICT",
    title: "The tenant is deleted",
    remedy: "Restore the tenant before you change anything in it; it can still be read.",
  },
  idempotency_in_progress: {
    status: 409,
    trpcCode: "CONFLICT",
    title: "The first request with this Idempotency-Key has no outcome yet",
    remedy: "Wait and repeat it. When that does not help, look whether it took effect before you try a new key.",
  },
  version_mismatch: {
    status: 412,
    trpcCode: "PRECONDITION_FAILED",
    title: "The resource has changed since it was read",
    remedy: "Read it again and decide anew.",
  },
  payload_too_large: {
    status: 413,
    trpcCode: "PAYLOAD_TOO_LARGE",
    title: "The body is too large",
    remedy: "Send less at once.",
  },
  unsupported_media_type: {
    status: 415,
    trpcCode: "UNSUPPORTED_MEDIA_TYPE",
    title: "The body is not JSON",
    remedy: "Send JSON with `Content-Type: application/json`.",
  },
  idempotency_key_reused: {
    status: 422,
    trpcCode: "UNPROCESSABLE_CONTENT",
    title: "The Idempotency-Key was used for another request",
    remedy: "Use a new key for each request that is not a repetition.",
  },
  rate_limited: {
    status: 429,
    trpcCode: "TOO_MANY_REQUESTS",
    title: "There were too many requests",
    remedy: "Wait for as many seconds as `Retry-After` says.",
  },
  internal: {
    status: 500,
    trpcCode: "INTERNAL_SERVER_ERROR",
    title: "Something went wrong on our side",
    remedy: "Report it with the request id.",
  },
  contention: {
    status: 503,
    trpcCode: "SERVICE_UNAVAILABLE",
    title: "Too many requests change the same resource",
    remedy: "Repeat it after as many seconds as `Retry-After` says.",
  },
  unavailable: {
    status: 503,
    trpcCode: "SERVICE_UNAVAILABLE",
    title: "The directory cannot be reached at the moment",
    remedy: "Repeat it after as many seconds as `Retry-After` says. Whether a change took effect is not known.",
  },
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorCode = keyof typeof errorCatalogue;

export const errorCodes = Object.keys(errorCatalogue).filter(isErrorCode);

function isErrorCode(text: string): text is ErrorCode {
  return text in errorCatalogue;
}
