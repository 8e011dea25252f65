import type { RequestListener, Server } from "node:http";
import { drainServer, type HttpServerOptions } from "@rollcall/http";
import { listen, type ListenPlace } from "./listen.ts";

export interface ServeOptions extends ListenPlace {
  /** Whether the server that is made speaks HTTPS. */
  readonly overTls: boolean;
  /** For which new requests are still answered when it is to close. */
  readonly drainMs: number;
  /** Makes the server, which does not listen yet. */
  readonly createServer: (options: Required<Pick<HttpServerOptions, "listener" | "draining">>) => Server;
  /** Made when the port is known; `origin` is how this machine reaches it. */
  readonly createApp: (origin: string) => RequestListener;
}

export interface HttpService {
  /** As in `http://127.0.0.1:4000`. */
  readonly origin: string;
  /** Fails no request that comes in time: see `drainServer`. */
  readonly close: () => Promise<void>;
}

/** What requests in hand may take when the server closes. */
export const CLOSE_TIMEOUT_MS = 10_000;

/** Serves an application. @throws CliError `bad_setting` when the port or the address cannot be listened on. */
export async function serve(options: ServeOptions): Promise<HttpService> {
  const { overTls, drainMs, createServer, createApp } = options;
  const draining = new AbortController();
  const server = createServer({
    listener: (request, response) => app(request, response),
    draining: draining.signal,
  });
  const origin = originOf(options, await listen(server, options), overTls);
  const app = createApp(origin);
  return { origin, close: () => drainServer(server, { draining, graceMs: drainMs, timeoutMs: CLOSE_TIMEOUT_MS }) };
}

/** How this machine reaches a server of its own. */
export function originOf({ host }: Pick<ListenPlace, "host">, port: number, overTls: boolean): string {
  return `${overTls ? "https" : "http"}://${reachable(host)}:${port}`;
}

/** One cannot connect to "any address". */
function reachable(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}
