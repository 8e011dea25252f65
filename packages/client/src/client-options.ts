import type { Credential } from "./credential.ts";

export interface RollcallClientOptions {
  /** Where the internal API is, as in `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Asked for before every request when it is a function. */
  readonly credential: Credential;
  /** `eventual`: lists and look-ups may be some seconds behind, and come from a read replica. Default: `strong`. */
  readonly consistency?: "strong" | "eventual";
  /** Default: the platform's own. */
  readonly fetch?: typeof fetch;
}

/** The address of a part of the API. Throws a `TypeError` when the URL of the options is none. */
export function addressOf({ url }: RollcallClientOptions, path: "/trpc" | "/api/v1"): string {
  return new URL(url).href.replace(/\/+$/, "") + path;
}

/** The platform's own is looked up at each call, for tests and instrumentation replace it at any time. */
export function fetchOf({ fetch }: RollcallClientOptions): typeof globalThis.fetch {
  return fetch ?? ((input, init) => globalThis.fetch(input, init));
}
