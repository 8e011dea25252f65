import { setTimeout as sleep } from "node:timers/promises";
import type { Exchange } from "../report/step.ts";
import type { Call, Reply } from "./call.ts";
import { type HeaderProfile, headersFor } from "./headers.ts";
import { recordedBody } from "./recorded-body.ts";
import type { Transport } from "./transport.ts";

export interface ScimClientOptions {
  readonly transport: Transport;
  readonly baseUrl: string;
  readonly token: string;
  readonly profile: HeaderProfile;
  /** How a space in a query is written: Okta's app kinds differ. */
  readonly space: "%20" | "+";
}

export interface ScimClient {
  /**
   * Sends a call, again after each 429 as `Retry-After` says. Each try is told to `onExchange`.
   * @throws TransportError when no answer came.
   */
  send(call: Call, onExchange: (exchange: Exchange) => void): Promise<Reply>;
}

export function createScimClient(options: ScimClientOptions): ScimClient {
  return {
    async send(call, onExchange) {
      for (let attempt = 1; ; attempt += 1) {
        const { exchange, reply, retryAfterSeconds } = await sendOnce(call, options);
        onExchange(exchange);
        if (retryAfterSeconds === undefined || attempt === MAX_TRIES) return reply;
        await sleep(retryAfterSeconds * 1000);
      }
    },
  };
}

/** Okta drops a task after its tenth try. */
const MAX_TRIES = 10;
/** A longer wait is reported as the 429 it is; a person is watching. */
const MAX_RETRY_AFTER_SECONDS = 120;

interface Attempt {
  readonly exchange: Exchange;
  readonly reply: Reply;
  readonly retryAfterSeconds: number | undefined;
}

async function sendOnce(
  call: Call,
  { transport, baseUrl, token, profile, space }: ScimClientOptions,
): Promise<Attempt> {
  const path = call.path + encodeQuery(call.query ?? {}, space);
  const body = call.body && JSON.stringify(call.body);
  const authorization = call.authorization ?? `Bearer ${token}`;
  const startedAt = performance.now();
  const received = await transport.send({
    method: call.method,
    url: baseUrl + path,
    headers: headersFor({ profile, authorization, hasBody: body !== undefined }),
    body,
  });
  const durationMs = Math.round(performance.now() - startedAt);
  const { status, contentType } = received;
  // A server that quotes the token in an error must not leak it through the transcript.
  const text = received.text.replaceAll(token, "[token]");
  const exchange = {
    method: call.method,
    path,
    status,
    durationMs,
    ...(body && { requestBody: recordedBody(body) }),
    ...(text && { responseBody: recordedBody(text) }),
  };
  const reply = { status, contentType, text, body: parseJson(text), durationMs };
  return { exchange, reply, retryAfterSeconds: status === 429 ? parseRetryAfter(received.retryAfter) : undefined };
}

function encodeQuery(query: Readonly<Record<string, string | number>>, space: string): string {
  const pairs = Object.entries(query).map(
    ([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%20", space)}`,
  );
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Okta honours whole seconds only; with a date or nothing it would pause for five minutes. */
function parseRetryAfter(header: string | undefined): number | undefined {
  if (header === undefined || !/^\d+$/u.test(header)) return undefined;
  const seconds = Number(header);
  return seconds <= MAX_RETRY_AFTER_SECONDS ? seconds : undefined;
}
