import { Agent, type IncomingMessage, request as httpRequest, type RequestOptions } from "node:http";

interface ScimRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH";
  /** Below the base URL. */
  readonly path: string;
  readonly token: string;
  readonly body?: object;
}

/** Asks over connections that are kept. */
export interface ScimClient {
  /** @returns the body, which is empty for 204. @throws Error when the answer is not a success. */
  send(request: ScimRequest): Promise<Buffer>;
  close(): void;
}

export interface ScimClientOptions {
  readonly baseUrl: string;
  readonly connections: number;
  /** Told of every answer, in milliseconds. */
  readonly onAnswer: (durationMs: number) => void;
}

const ANSWER_TIMEOUT_MS = 60_000;
const MAX_SHOWN_CHARACTERS = 500;

export function createScimClient({ baseUrl, connections, onAnswer }: ScimClientOptions): ScimClient {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port, pathname } = new URL(baseUrl);
  return {
    async send({ method, path, token, body }) {
      const payload = body === undefined ? undefined : JSON.stringify(body);
      const headers = {
        authorization: `Bearer ${token}`,
        accept: "application/scim+json",
        ...(payload !== undefined && {
          "content-type": "application/scim+json; charset=utf-8",
          "content-length": Buffer.byteLength(payload),
        }),
      };
      const options = { agent, hostname, port, method, path: pathname + path, headers, timeout: ANSWER_TIMEOUT_MS };
      const startedAt = performance.now();
      const { status, bytes } = await exchange(options, payload);
      onAnswer(performance.now() - startedAt);
      if (status >= 200 && status < 300) return bytes;
      throw new Error(`${method} ${path} was answered ${status}: ${bytes.toString().slice(0, MAX_SHOWN_CHARACTERS)}`);
    },
    close: () => agent.destroy(),
  };
}

interface Answer {
  readonly status: number;
  readonly bytes: Buffer;
}

function exchange(options: RequestOptions, payload: string | undefined): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const receive = (response: IncomingMessage) => {
      const pieces: Buffer[] = [];
      response.on("data", (piece: Buffer) => pieces.push(piece));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, bytes: Buffer.concat(pieces) }));
      response.on("error", reject);
    };
    const request = httpRequest(options, receive);
    request.on("timeout", () => request.destroy(new Error(`no answer within ${ANSWER_TIMEOUT_MS / 1000} s`)));
    request.on("error", reject);
    request.end(payload);
  });
}
