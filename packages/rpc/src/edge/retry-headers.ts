import type { ApiError } from "../error/api-error.ts";

const RETRY_AFTER_SECONDS = "5";

/** An outage says when to come back (RFC 9110 §10.2.3). */
export function retryHeaders(error: ApiError | undefined): Record<string, string> {
  return error?.code === "SERVICE_UNAVAILABLE" ? { "Retry-After": RETRY_AFTER_SECONDS } : {};
}
