import type { Server, ServerResponse } from "node:http";
import type { Timeouts } from "./create-http-server.ts";

export interface SuperviseOptions extends Pick<Timeouts, "answerMs" | "checkIntervalMs"> {
  readonly draining: AbortSignal | undefined;
}

/**
 * Watches the answers of a server while they are under way:
 * - a client that does not take in an answer is cut off; Node itself knows no limit for that
 * - while the server drains, each asks its client to send further requests over another connection
 */
export function superviseResponses(server: Server, { answerMs, checkIntervalMs, draining }: SuperviseOptions): void {
  /** When each was first seen to be complete, but not taken in. */
  const responses = new Map<ServerResponse, number | undefined>();

  server.prependListener("request", (_request, response) => {
    if (draining?.aborted) askToClose(response);
    responses.set(response, undefined);
    response.once("close", () => responses.delete(response));
  });
  draining?.addEventListener("abort", () => {
    for (const response of responses.keys()) askToClose(response);
  });
  const check = setInterval(() => cutSlowReaders(performance.now()), checkIntervalMs).unref();
  server.once("close", () => clearInterval(check));

  function cutSlowReaders(now: number): void {
    for (const [response, endedAt] of responses) {
      if (!response.writableEnded) continue;
      if (endedAt === undefined) responses.set(response, now);
      else if (now - endedAt > answerMs) response.destroy();
    }
  }
}

function askToClose(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader("Connection", "close");
}
