import { createServer as createPlainServer, type RequestListener, type Server, type ServerOptions } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { superviseResponses } from "./supervise-responses.ts";
import { readTls, type TlsFiles, watchTls } from "./tls.ts";

export interface Timeouts {
  /** For a client to send its headers, counted from the beginning of the connection or request. */
  readonly headersMs: number;
  /** For a client to send its whole request. */
  readonly requestMs: number;
  /** For a client to take in an answer that is complete. */
  readonly answerMs: number;
  /** For which a connection without a request is kept. */
  readonly keepAliveMs: number;
  /** How often all of these are looked at. */
  readonly checkIntervalMs: number;
}

export const DEFAULT_TIMEOUTS: Timeouts = {
  headersMs: 20_000,
  requestMs: 60_000,
  answerMs: 60_000,
  // Longer than the 60 s that Okta and common load balancers keep an idle connection, so that they close it first.
  keepAliveMs: 65_000,
  checkIntervalMs: 1_000,
};

export interface HttpServerOptions {
  readonly listener: RequestListener;
  /** From then on every answer asks the client to close its connection. */
  readonly draining?: AbortSignal | undefined;
  /** Serves HTTPS with these files, and with what they become. */
  readonly tls?: TlsFiles | undefined;
  /** Told of changed TLS files that cannot be used. */
  readonly onTlsError?: (error: unknown) => void;
  readonly maxHeaderBytes?: number;
  readonly timeouts?: Partial<Timeouts> | undefined;
}

const TLS_HANDSHAKE_TIMEOUT_MS = 10_000;

/**
 * An HTTP or HTTPS server, not yet listening, that cuts off clients too slow to send or to take in.
 * @throws Error as `readTls` does.
 */
export function createHttpServer(options: HttpServerOptions): Server {
  const { listener, draining, tls, onTlsError = () => undefined, maxHeaderBytes } = options;
  const timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts };
  const settings: ServerOptions = {
    ...(maxHeaderBytes !== undefined && { maxHeaderSize: maxHeaderBytes }),
    headersTimeout: timeouts.headersMs,
    requestTimeout: timeouts.requestMs,
    keepAliveTimeout: timeouts.keepAliveMs,
    connectionsCheckingInterval: timeouts.checkIntervalMs,
    // Node would refuse such a request with an answer of its own; nothing here depends on the header.
    requireHostHeader: false,
  };
  const server = tls === undefined ? createPlainServer(settings, listener) : serveTls(tls);
  superviseResponses(server, { ...timeouts, draining });
  return server;

  function serveTls(files: TlsFiles): Server {
    const tlsSettings = { ...settings, ...readTls(files), handshakeTimeout: TLS_HANDSHAKE_TIMEOUT_MS };
    const tlsServer = createTlsServer(tlsSettings, listener);
    watchTls(tlsServer, { files, onError: onTlsError, checkIntervalMs: options.timeouts?.checkIntervalMs });
    return tlsServer;
  }
}
