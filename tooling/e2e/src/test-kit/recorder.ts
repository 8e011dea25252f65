import { normalise } from "./normalise.ts";

/** One question and its answer, without what no two deployments have in common. */
export interface Exchange {
  readonly route: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string | null>>;
  readonly body: unknown;
}

interface CallOptions {
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: the recorder's; null: none. */
  readonly apiKey?: string | null;
}

export interface Recorder {
  /** `route` is as in `GET /api/v1/tenants`. The body is taken for what the scenario says it is. */
  readonly call: <TBody = { id: string }>(route: string, options?: CallOptions) => Promise<TBody>;
  readonly exchanges: () => readonly Exchange[];
}

/** Opaque, and made differently. */
const CURSOR = /(?<=[?&])cursor=[^&]+/;

const recordedHeaders = ["content-type", "cache-control", "retry-after"];

/** Sends JSON to an API and keeps what was answered. */
export function createRecorder(url: string, ownKey: string): Recorder {
  const exchanges: Exchange[] = [];
  return {
    async call(route, { json, headers, apiKey = ownKey } = {}) {
      const [method = "", path = ""] = route.split(" ");
      const response = await fetch(url + path, {
        method,
        headers: {
          ...(apiKey !== null && { authorization: `Bearer ${apiKey}` }),
          ...(json !== undefined && { "content-type": "application/json" }),
          ...headers,
        },
        ...(json !== undefined && { body: typeof json === "string" ? json : JSON.stringify(json) }),
      });
      const text = await response.text();
      const body = text === "" ? undefined : JSON.parse(text);
      const kept = recordedHeaders.map((name) => [name, mediaType(response.headers.get(name))]);
      exchanges.push({
        route: route.replace(CURSOR, "cursor=<cursor>"),
        status: response.status,
        headers: Object.fromEntries(kept),
        body,
      });
      return body;
    },
    exchanges: () => normalise(exchanges),
  };
}

/** Whether JSON says its charset, which it has not (RFC 8259 §11), differs between HTTP libraries. */
function mediaType(value: string | null): string | null {
  return value?.replace(/; *charset=utf-8$/i, "") ?? null;
}
