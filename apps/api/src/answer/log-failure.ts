import type { Logger } from "@rollcall/telemetry";
import type { TRPCError } from "@trpc/server";

interface Failure {
  readonly requestId: string | undefined;
  readonly procedure?: string | undefined;
}

/** Logs what is ours to mend, with its cause; refusals are the caller's to read. */
export function logFailure(logger: Logger, error: TRPCError, { requestId, procedure }: Failure): void {
  const fields = { requestId, procedure, err: error.cause ?? error };
  if (error.code === "INTERNAL_SERVER_ERROR") logger.error(fields, "a request failed");
  if (error.code === "SERVICE_UNAVAILABLE") logger.warn(fields, "a request could not be served");
}
