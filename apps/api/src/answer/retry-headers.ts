import type { TRPCError } from "@trpc/server";

const RETRY_AFTER_SECONDS = "5";

/** An outage says when to come back (RFC 9110 §10.2.3). */
export function retryHeaders(error: TRPCError | undefined): Record<string, string> {
  return error?.code === "SERVICE_UNAVAILABLE" ? { "Retry-After": RETRY_AFTER_SECONDS } : {};
}
