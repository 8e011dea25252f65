import type { IncomingMessage, ServerResponse } from "node:http";
import { OverloadError } from "@rollcall/http";
import { errorBody, type JsonObject, type ScimError } from "@rollcall/scim";
import { challenge } from "./authenticate.ts";
import { RETRY_AFTER_SECONDS } from "./limits.ts";
import type { ScimReply } from "./scim-request.ts";

/** Writes a reply. */
export function sendReply(request: IncomingMessage, response: ServerResponse, reply: ScimReply): void {
  if (reply.etag !== undefined) response.setHeader("ETag", reply.etag);
  if (reply.location !== undefined) response.setHeader("Location", reply.location);
  send(request, response, { status: reply.status, body: reply.body });
}

/** Writes an error as RFC 7644 §3.12 has it. */
export function sendError(request: IncomingMessage, response: ServerResponse, error: ScimError): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (error.status === 401) response.setHeader("WWW-Authenticate", challenge(request));
  const retryAfterSeconds = error.cause instanceof OverloadError ? error.cause.retryAfterSeconds : RETRY_AFTER_SECONDS;
  if (error.status === 503 || error.status === 429) response.setHeader("Retry-After", String(retryAfterSeconds));
  send(request, response, { status: error.status, body: errorBody(error) });
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, body }: { status: number; body: JsonObject | undefined },
): void {
  // What is left of a body that nobody wanted is not read: the connection cannot carry another request.
  if (!request.complete) response.setHeader("Connection", "close");
  if (body === undefined) {
    response.writeHead(status).end();
    return;
  }
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { "Content-Type": mediaType(request), "Content-Length": bytes.length });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

/** SCIM's own type, unless the client accepts plain JSON only, as OneLogin does. */
function mediaType(request: IncomingMessage): string {
  const accept = request.headers.accept?.toLowerCase() ?? "";
  const wantsPlain = accept.includes("application/json") && !accept.includes("application/scim+json");
  return wantsPlain ? "application/json; charset=utf-8" : "application/scim+json; charset=utf-8";
}
