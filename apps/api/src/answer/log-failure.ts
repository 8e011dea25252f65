import type { ApiError } from "@rollcall/rpc";
import type { Logger } from "@rollcall/telemetry";

interface Failure {
  readonly requestId: string | undefined;
  readonly procedure?: string | undefined;
}

/** Logs what is ours to mend, with its cause; refusals are the caller's to read. */
export function logFailure(logger: Logger, error: ApiError, { requestId, procedure }: Failure): void {
  const fields = { requestId, procedure, err: error.cause ?? error };
  if (error.errorCode === "internal") logger.error(fields, "a request failed");
  if (error.code === "SERVICE_UNAVAILABLE") logger.warn(fields, "a request could not be served");
}
