import type { Server } from "node:http";
import type { Duplex } from "node:stream";
import { createHttpServer, type HttpServerOptions } from "@rollcall/http";
import { errorBody, ScimError, type ScimErrorCode } from "@rollcall/scim";
import { MAX_HEADER_BYTES } from "./limits.ts";

/**
 * A server for the facade, not yet listening. What is no HTTP request at all is answered with a SCIM error too.
 * @throws Error as `createHttpServer` does.
 */
export function createScimServer(options: Omit<HttpServerOptions, "maxHeaderBytes">): Server {
  const server = createHttpServer({ ...options, maxHeaderBytes: MAX_HEADER_BYTES });
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
