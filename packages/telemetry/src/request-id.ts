import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";

/** Visible ASCII only: nothing that could break a header or a log line. */
const SANE_REQUEST_ID = /^[\x21-\x7e]{1,128}$/;

/** The id that the client or a proxy gave its request, when it is a sane one; else a new UUID. */
export function requestId(incoming: string | undefined): string {
  return incoming !== undefined && SANE_REQUEST_ID.test(incoming) ? incoming : randomUUID();
}

/** Express middleware: answers with `X-Request-Id`, and keeps it for others as `response.locals.requestId`. */
export const assignRequestId: RequestHandler = (request, response, next) => {
  const id = requestId(request.get("X-Request-Id"));
  response.locals.requestId = id;
  response.set("X-Request-Id", id);
  next();
};
