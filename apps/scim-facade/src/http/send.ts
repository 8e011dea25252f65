import type { IncomingMessage } from "node:http";
import { pipeline } from "node:stream/promises";
import { OverloadError } from "@rollcall/http";
import { errorBody, type ScimError } from "@rollcall/scim";
import { challenge } from "./authenticate.ts";
import type { Exchange } from "./exchange.ts";
import { RETRY_AFTER_SECONDS } from "./limits.ts";
import type { ScimReply } from "./scim-request.ts";

/** Writes a reply. @throws what its pieces throw, and then the answer is broken off. */
export async function sendReply(exchange: Exchange, reply: ScimReply): Promise<void> {
  const { status, body, json, pieces, etag, location } = reply;
  const headers: string[] = [];
  if (etag !== undefined) headers.push("ETag", etag);
  if (location !== undefined) headers.push("Location", location);
  if (pieces !== undefined) return await sendPieces(exchange, { status, pieces, headers });
  send(exchange, { status, json: body === undefined ? json : JSON.stringify(body), headers });
}

/** For a client to take in an answer that is sent in pieces: 16 MB at half a megabit a second. */
const PIECES_TIMEOUT_MS = 5 * 60_000;

type PiecesAnswer = Pick<Answer, "status" | "headers"> & Required<Pick<ScimReply, "pieces">>;

/** No faster than the client takes them in. */
async function sendPieces(
  { request, response, requestId, commonHeaders }: Exchange,
  { status, pieces, headers }: PiecesAnswer,
): Promise<void> {
  const own = ["X-Request-Id", requestId, ...headers, "Content-Type", mediaType(request)];
  response.writeHead(status, [...commonHeaders, ...own]);
  if (request.method === "HEAD") response.end();
  else await pipeline(pieces, response, { signal: AbortSignal.timeout(PIECES_TIMEOUT_MS) });
}

/** Writes an error as RFC 7644 §3.12 has it. */
export function sendError(exchange: Exchange, error: ScimError): void {
  const { request, response } = exchange;
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const headers: string[] = [];
  if (error.status === 401) headers.push("WWW-Authenticate", challenge(request));
  const retryAfterSeconds = error.cause instanceof OverloadError ? error.cause.retryAfterSeconds : RETRY_AFTER_SECONDS;
  if (error.status === 503 || error.status === 429) headers.push("Retry-After", String(retryAfterSeconds));
  send(exchange, { status: error.status, json: JSON.stringify(errorBody(error)), headers });
}

interface Answer {
  readonly status: number;
  /** Undefined for an answer without a body. */
  readonly json: string | undefined;
  /** Names and values in turn. */
  readonly headers: readonly string[];
}

/** All headers are written at once, and a body as text, so that Node sends both as one. */
function send({ request, response, requestId, commonHeaders }: Exchange, { status, json, headers }: Answer): void {
  const all = [...commonHeaders, "X-Request-Id", requestId, ...headers];
  // What is left of a body that nobody wanted is not read: the connection cannot carry another request.
  if (!request.complete) all.push("Connection", "close");
  if (json === undefined) {
    response.writeHead(status, all).end();
    return;
  }
  all.push("Content-Type", mediaType(request), "Content-Length", String(Buffer.byteLength(json)));
  response.writeHead(status, all).end(request.method === "HEAD" ? undefined : json);
}

/** SCIM's own type, unless the client accepts plain JSON only, as OneLogin does. */
function mediaType({ headers }: IncomingMessage): string {
  const accept = headers.accept?.toLowerCase() ?? "";
  const wantsPlain = accept.includes("application/json") && !accept.includes("application/scim+json");
  return wantsPlain ? "application/json; charset=utf-8" : "application/scim+json; charset=utf-8";
}
