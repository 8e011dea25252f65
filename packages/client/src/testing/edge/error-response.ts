import { type ApiError, PROBLEM_MEDIA_TYPE, retryHeaders, toErrorEnvelope, toProblem } from "@rollcall/rpc";

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
