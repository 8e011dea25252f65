import { type Agent, type IncomingMessage, request as httpRequest } from "node:http";

export interface HttpRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly url: string;
  readonly token: string;
  readonly body?: unknown;
  readonly ifMatch?: string | undefined;
  /** Connections to keep and use again. */
  readonly agent: Agent;
}

/** `unanswered` when no whole answer came; `sent` tells whether the server may have seen the request at all. */
export type HttpReply =
  | {
      readonly kind: "answered";
      readonly status: number;
      readonly retryAfter: string | undefined;
      /** The parsed JSON; undefined without a body. */
      readonly body: unknown;
    }
  | { readonly kind: "unanswered"; readonly sent: boolean; readonly reason: string };

/** Longer than any answer may take, even when the database is away; whoever is left hanging this long has a finding. */
const ANSWER_TIMEOUT_MS = 20_000;

/** Sends one request, once. It never throws: no answer is an outcome as well. */
export async function send(request: HttpRequest): Promise<HttpReply> {
  try {
    const response = await exchange(request);
    const text = await readText(response);
    return {
      kind: "answered",
      status: response.statusCode ?? 0,
      retryAfter: response.headers["retry-after"],
      body: text === "" ? undefined : JSON.parse(text),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const refused = error instanceof Error && "code" in error && error.code === "ECONNREFUSED";
    return { kind: "unanswered", sent: !refused, reason };
  }
}

function exchange({ method, url, token, body, ifMatch, agent }: HttpRequest): Promise<IncomingMessage> {
  const payload = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
  const headers = {
    authorization: `Bearer ${token}`,
    accept: "application/scim+json, application/json",
    ...(payload && { "content-type": "application/json", "content-length": payload.length }),
    ...(ifMatch !== undefined && { "if-match": ifMatch }),
  };
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method, headers, agent, timeout: ANSWER_TIMEOUT_MS }, resolve);
    request.on("timeout", () => request.destroy(new Error(`no answer within ${ANSWER_TIMEOUT_MS / 1000} s`)));
    request.on("error", reject);
    request.end(payload);
  });
}

async function readText(response: IncomingMessage): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of response) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}
