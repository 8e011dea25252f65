import type { IncomingMessage } from "node:http";
import { OverloadError } from "@rollcall/http";
import { errorBody, type ScimError } from "@rollcall/scim";
import { challenge } from "./authenticate.ts";
import type { Exchange } from "./exchange.ts";
import { RETRY_AFTER_SECONDS } from "./limits.ts";
import type { ScimReply } from "./scim-request.ts";

/** Writes a reply. */
export function sendReply(exchange: Exchange, { status, body, json, etag, location }: ScimReply): void {
  const headers: string[] = [];
  if (etag !== undefined) headers.push("ETag", etag);
  if (location !== undefined) headers.push("Location", location);
  send(exchange, { status, json: body === undefined ? json : JSON.stringify(body), headers });
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
