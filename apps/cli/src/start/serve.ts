import { once } from "node:events";
import type { RequestListener, Server } from "node:http";
import { drainServer, type HttpServerOptions } from "@rollcall/http";
import { CliError } from "../output/cli-error.ts";

export interface ServeOptions {
  /** Address to listen on. */
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** The environment's name for the port, to be changed when it is taken. */
  readonly variable: string;
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
  close(): Promise<void>;
}

/** What requests in hand may take when the server closes. */
const CLOSE_TIMEOUT_MS = 10_000;

/** Serves an application. @throws CliError `bad_setting` when the port or the address cannot be listened on. */
export async function serve(options: ServeOptions): Promise<HttpService> {
  const { host, port, overTls, drainMs, createServer, createApp } = options;
  const draining = new AbortController();
  const server = createServer({
    listener: (request, response) => app(request, response),
    draining: draining.signal,
  });
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    throw listenError(error, options);
  }
  const origin = `${overTls ? "https" : "http"}://${reachable(host)}:${portOf(server)}`;
  const app = createApp(origin);
  return { origin, close: () => drainServer(server, { draining, graceMs: drainMs, timeoutMs: CLOSE_TIMEOUT_MS }) };
}

/** One cannot connect to "any address". */
function reachable(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a TCP server has a port");
  return address.port;
}

function listenError(
  error: unknown,
  { host, port, variable }: Pick<ServeOptions, "host" | "port" | "variable">,
): CliError {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const sentences: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} on ${host} is already in use; set ${variable} to another one, or to 0 for any free one.`,
    EACCES: `This account may not listen on port ${port}; set ${variable} to one above 1023.`,
  };
  const sentence =
    sentences[String(code)] ??
    `ROLLCALL_HOST is "${host}", but it must be an address of this machine (${String(code)}).`;
  return new CliError("bad_setting", sentence, { cause: error });
}
