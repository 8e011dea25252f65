import { OverloadError } from "@rollcall/http";
import { type Logger, type Metrics, observeResponse, UNMATCHED_ROUTE } from "@rollcall/telemetry";
import type { Exchange } from "./exchange.ts";
import { handle, type HandlerOptions } from "./handle.ts";
import type { RouteMatch } from "./route-table.ts";
import { sendError, sendReply } from "./send.ts";
import { toScimError } from "./to-scim-error.ts";

export interface AnswerOptions extends HandlerOptions {
  readonly metrics: Metrics;
}

/** Answers a request to the facade, with what it asks for or with why not. */
export async function answer(exchange: Exchange, match: RouteMatch | undefined, options: AnswerOptions): Promise<void> {
  const { request, response } = exchange;
  const route = () => match?.route.pattern ?? UNMATCHED_ROUTE;
  observeResponse(options.metrics, { service: SERVICE, request, response, route });
  try {
    await sendReply(exchange, await handle(exchange, match, options));
  } catch (error) {
    // Nobody is left to be told that the client went away in the middle of its answer.
    if (response.headersSent && request.socket.destroyed) return;
    answerError(exchange, error, options.logger);
  }
}

/** Tells the client what went wrong; what is a fault of ours is logged. */
export function answerError(exchange: Exchange, error: unknown, logger: Logger): void {
  const scimError = toScimError(error);
  // What is not supported is no fault, and a log of all that was turned away would only add to the load.
  const isFault = scimError.status >= 500 && scimError.code !== "notImplemented" && !(error instanceof OverloadError);
  if (isFault) logger.error({ err: error, requestId: exchange.requestId }, "request failed");
  sendError(exchange, scimError);
}

/** As metrics call it. */
export const SERVICE = "scim-facade";
