import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { promisify } from "node:util";
import { gunzip, inflate } from "node:zlib";
import { TransportError } from "./transport-error.ts";

interface HttpMessage {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

interface HttpReply {
  readonly status: number;
  readonly contentType: string;
  readonly retryAfter: string | undefined;
  readonly text: string;
}

export interface Transport {
  /** @throws TransportError when no answer came. */
  send(message: HttpMessage): Promise<HttpReply>;
  close(): void;
}

/** Kept-alive connections, plain or TLS. Not `fetch`, which adds headers that Okta does not send. */
export function openTransport(): Transport {
  const http = new HttpAgent({ keepAlive: true });
  const https = new HttpsAgent({ keepAlive: true });
  return {
    send: (message) => exchange(message, { http, https }),
    close: () => {
      http.destroy();
      https.destroy();
    },
  };
}

/** Okta gives up after this long without data. */
const SOCKET_TIMEOUT_MS = 60_000;

interface Agents {
  readonly http: HttpAgent;
  readonly https: HttpsAgent;
}

async function exchange({ method, url, headers, body }: HttpMessage, agents: Agents): Promise<HttpReply> {
  const payload = body === undefined ? undefined : Buffer.from(body);
  const options = {
    method,
    headers: { ...headers, ...(payload && { "Content-Length": payload.length }) },
    timeout: SOCKET_TIMEOUT_MS,
  };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const secure = url.startsWith("https:");
    const request = secure
      ? httpsRequest(url, { ...options, agent: agents.https }, resolve)
      : httpRequest(url, { ...options, agent: agents.http }, resolve);
    request.on("timeout", () => request.destroy(TransportError.timeout(url, SOCKET_TIMEOUT_MS)));
    request.on("error", (cause) => reject(TransportError.from(url, cause)));
    request.end(payload);
  });
  return {
    status: response.statusCode ?? 0,
    contentType: response.headers["content-type"] ?? "",
    retryAfter: response.headers["retry-after"],
    text: await readText(url, response),
  };
}

async function readText(url: string, response: IncomingMessage): Promise<string> {
  try {
    const chunks: Uint8Array[] = [];
    for await (const chunk of response) chunks.push(chunk);
    return (await decode(Buffer.concat(chunks), response.headers["content-encoding"])).toString("utf8");
  } catch (cause) {
    throw TransportError.from(url, cause);
  }
}

async function decode(bytes: Buffer, encoding: string | undefined): Promise<Buffer> {
  if (bytes.length === 0) return bytes;
  if (encoding === "gzip") return promisify(gunzip)(bytes);
  if (encoding === "deflate") return promisify(inflate)(bytes);
  return bytes;
}
