import { DomainError, type RefusalCode } from "@rollcall/domain";
import { type Overload, OverloadError } from "@rollcall/http";
import { ScimError, type ScimErrorCode } from "@rollcall/scim";

/** How each of the domain's refusals looks to a SCIM client. */
const codes = {
  not_found: "notFound",
  conflict: "uniqueness",
  version_mismatch: "preconditionFailed",
  contention: "unavailable",
  invalid_value: "invalidValue",
  unknown_members: "invalidValue",
  in_use: "conflict",
  token_limit: "conflict",
  idp_owned: "forbidden",
  tenant_deleted: "forbidden",
  scope_exceeded: "forbidden",
  unavailable: "unavailable",
} as const satisfies Record<RefusalCode, ScimErrorCode>;

const overloadCodes = { rate_limited: "tooManyRequests", busy: "unavailable" } as const satisfies Record<
  Overload,
  ScimErrorCode
>;

/** Any error as the one the client is told; what is not a refusal becomes a 500 that says nothing of the inside. */
export function toScimError(error: unknown): ScimError {
  if (error instanceof ScimError) return error;
  if (error instanceof DomainError) return new ScimError(codes[error.refusal.code], error.message, { cause: error });
  if (error instanceof OverloadError)
    return new ScimError(overloadCodes[error.reason], error.message, { cause: error });
  return new ScimError("internal", "Something went wrong on our side; the request id tells us what.", { cause: error });
}
