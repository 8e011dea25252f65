import { type ApiError, PROBLEM_MEDIA_TYPE, toErrorEnvelope, toProblem } from "@rollcall/rpc";

interface ErrorAnswer {
  readonly requestId: string | null;
  /** In tRPC's envelope, or as problem details. */
  readonly isTrpc: boolean;
}

/** An error outside of procedures, as the server answers it. */
export function errorResponse(error: ApiError, { requestId, isTrpc }: ErrorAnswer): Response {
  const problem = toProblem(error, requestId);
  const headers = { ...retryHeaders(error), "Content-Type": isTrpc ? "application/json" : PROBLEM_MEDIA_TYPE };
  return Response.json(isTrpc ? toErrorEnvelope(error, requestId) : problem, { status: problem.status, headers });
}

const RETRY_AFTER_SECONDS = "5";

/** What passes says when to come back (RFC 9110 §10.2.3). */
export function retryHeaders(error: ApiError | undefined): Record<string, string> {
  const passes = error?.code === "SERVICE_UNAVAILABLE" || error?.code === "TOO_MANY_REQUESTS";
  return passes ? { "Retry-After": RETRY_AFTER_SECONDS } : {};
}
