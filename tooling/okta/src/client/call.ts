import type { JsonObject } from "./json.ts";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** A request as a row of the story words it. */
export interface Call {
  readonly method: Method;
  /** Below the SCIM base URL, e.g. `/Users`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: JsonObject;
  /** The whole Authorization header, in place of the Bearer token. */
  readonly authorization?: string;
}

export interface Reply {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
  /** The parsed body; undefined when it is empty or not JSON. */
  readonly body: unknown;
  readonly durationMs: number;
}
