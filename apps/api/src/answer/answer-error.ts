import { OverloadError } from "@rollcall/http";
import { ApiError, PROBLEM_MEDIA_TYPE, retryHeaders, toApiError, toErrorEnvelope, toProblem } from "@rollcall/rpc";
import type { Logger } from "@rollcall/telemetry";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { ErrorRequestHandler } from "express";
import { requestIdOf } from "../access/request-state.ts";
import { logFailure } from "./log-failure.ts";

/** Answers what was thrown outside of procedures, in the words of the mount: tRPC's envelope, or problem details. */
export function answerError(logger: Logger): ErrorRequestHandler {
  // oxlint-disable-next-line max-params -- Express knows error handlers by their four parameters.
  return (thrown: unknown, request, response, next) => {
    const requestId = requestIdOf(response);
    const error = asApiError(thrown);
    logFailure(logger, error, { requestId });
    if (response.headersSent) {
      next(thrown);
      return;
    }
    response.status(getHTTPStatusCodeFromError(error)).set(retryHeaders(error));
    if (thrown instanceof OverloadError) response.set("Retry-After", String(thrown.retryAfterSeconds));
    if (request.path.startsWith("/trpc/")) response.json(toErrorEnvelope(error, requestId));
    else response.type(PROBLEM_MEDIA_TYPE).send(JSON.stringify(toProblem(error, requestId)));
  };
}

function asApiError(thrown: unknown): ApiError {
  if (thrown instanceof OverloadError) {
    const code = thrown.reason === "rate_limited" ? "rate_limited" : "unavailable";
    return new ApiError(code, { detail: thrown.message, cause: thrown });
  }
  // The path holds a percent sign that escapes nothing.
  if (thrown instanceof URIError) return new ApiError("malformed_request", { detail: "The path is malformed." });
  return bodyError(thrown) ?? toApiError(thrown);
}

/** What Express's body reader throws has a status, and a `type` that tells what is wrong. */
function bodyError(thrown: unknown): ApiError | undefined {
  if (!(thrown instanceof Error) || !("type" in thrown) || !("status" in thrown)) return undefined;
  switch (thrown.status) {
    case 413:
      return new ApiError("payload_too_large", { cause: thrown });
    case 415:
      return new ApiError("unsupported_media_type", { detail: "The body's encoding is not known.", cause: thrown });
    default:
      return new ApiError("malformed_request", { detail: "The body cannot be read.", cause: thrown });
  }
}
