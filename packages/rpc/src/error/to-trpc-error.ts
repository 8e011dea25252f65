import type { DomainError, RefusalCode } from "@rollcall/domain";
import { TRPCError } from "@trpc/server";

/** A refusal of the domain in tRPC's terms. The message is public; the cause is for the log. */
export function toTrpcError(error: DomainError): TRPCError {
  return new TRPCError({ code: codes[error.refusal.code], message: error.message, cause: error });
}

const codes = {
  not_found: "NOT_FOUND",
  conflict: "CONFLICT",
  in_use: "CONFLICT",
  token_limit: "CONFLICT",
  version_mismatch: "PRECONDITION_FAILED",
  contention: "SERVICE_UNAVAILABLE",
  unavailable: "SERVICE_UNAVAILABLE",
  invalid_value: "BAD_REQUEST",
  unknown_members: "BAD_REQUEST",
} as const satisfies Record<RefusalCode, TRPCError["code"]>;
