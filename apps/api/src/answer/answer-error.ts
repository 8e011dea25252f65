import { DomainError } from "@rollcall/domain";
import { errorBody, errorEnvelope, toTrpcError } from "@rollcall/rpc";
import type { Logger } from "@rollcall/telemetry";
import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { ErrorRequestHandler } from "express";
import { requestIdOf } from "../access/request-state.ts";
import { logFailure } from "./log-failure.ts";
import { retryHeaders } from "./retry-headers.ts";

/** Answers what was thrown outside of procedures, in the words of the mount: tRPC's envelope, or the REST error body. */
export function answerError(logger: Logger): ErrorRequestHandler {
  // oxlint-disable-next-line max-params -- Express knows error handlers by their four parameters.
  return (thrown: unknown, request, response, next) => {
    const requestId = requestIdOf(response);
    const error = asTrpcError(thrown);
    logFailure(logger, error, { requestId });
    if (response.headersSent) {
      next(thrown);
      return;
    }
    const body = request.path.startsWith("/trpc/") ? errorEnvelope(error, requestId) : errorBody(error, requestId);
    response.status(getHTTPStatusCodeFromError(error)).set(retryHeaders(error)).json(body);
  };
}

function asTrpcError(thrown: unknown): TRPCError {
  if (thrown instanceof TRPCError) return thrown;
  if (thrown instanceof DomainError) return toTrpcError(thrown);
  // The path holds a percent sign that escapes nothing.
  if (thrown instanceof URIError) return new TRPCError({ code: "BAD_REQUEST", message: "The path is malformed." });
  return new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: thrown });
}
