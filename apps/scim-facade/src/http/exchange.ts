import type { IncomingMessage, ServerResponse } from "node:http";
import { type ClientReader, secureHeaderSets } from "@rollcall/http";
import { requestId } from "@rollcall/telemetry";

/** A request under way, and where its answer goes. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly requestId: string;
  /** Headers of every answer, whatever it says: names and values in turn. */
  readonly commonHeaders: readonly string[];
}

export type OpenExchange = (request: IncomingMessage, response: ServerResponse) => Exchange;

export function createOpenExchange(clients: ClientReader): OpenExchange {
  const { overTls, overPlainHttp } = secureHeaderSets({ serves: "data" });
  const tlsHeaders = [...overTls].flat();
  const plainHeaders = [...overPlainHttp].flat();
  return (request, response) => ({
    request,
    response,
    requestId: requestId(request.headers["x-request-id"]?.toString()),
    commonHeaders: clients.isSecure(request) ? tlsHeaders : plainHeaders,
  });
}
