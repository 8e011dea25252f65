import { createServer, type RequestListener, type Server } from "node:http";
import type { Duplex } from "node:stream";
import { errorBody, ScimError, type ScimErrorCode } from "@rollcall/scim";
import { HEADERS_TIMEOUT_MS, KEEP_ALIVE_TIMEOUT_MS, MAX_HEADER_BYTES, REQUEST_TIMEOUT_MS } from "./limits.ts";

/**
 * An HTTP server for the facade, not yet listening. Slow senders are cut off, and what is no HTTP request at all is
 * answered with a SCIM error too.
 */
export function createScimServer(listener: RequestListener): Server {
  const server = createServer(
    {
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
      // Node would refuse such a request with an answer of its own.
      requireHostHeader: false,
    },
    listener,
  );
  return server.on("clientError", answerClientError);
}

const reasons: Readonly<Record<string, readonly [ScimErrorCode, string, string]>> = {
  HPE_HEADER_OVERFLOW: [
    "payloadTooLarge",
    "431 Request Header Fields Too Large",
    "The URL and the headers are too long.",
  ],
  ERR_HTTP_REQUEST_TIMEOUT: ["invalidSyntax", "408 Request Timeout", "The request took too long to arrive."],
};

function answerClientError(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const [code, status, detail] = reasons[error.code ?? ""] ?? [
    "invalidSyntax",
    "400 Bad Request",
    "This is no HTTP request.",
  ];
  const body = JSON.stringify({ ...errorBody(new ScimError(code, detail)), status: status.slice(0, 3) });
  socket.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: application/scim+json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
