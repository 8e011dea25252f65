import type { AppRouter } from "@rollcall/rpc";
import { createTRPCClient, httpBatchLink, type TRPCClient } from "@trpc/client";

export interface RollcallClientOptions {
  /** Where the internal API is, as in `http://127.0.0.1:4000`. */
  readonly url: string;
  /** `rlk_…` */
  readonly apiKey: string;
  /** Default: the platform's own. */
  readonly fetch?: typeof fetch;
}

/** The internal API with its types. A call that fails throws a `TRPCClientError`, whose `data.refusal` tells why. */
export type RollcallClient = TRPCClient<AppRouter>;

/** Calls the server takes in one request. */
const MAX_BATCH_SIZE = 20;
/** Proxies refuse much longer ones; what does not fit goes out as another request. */
const MAX_URL_LENGTH = 2_000;

export function createRollcallClient({ url, apiKey, fetch = globalThis.fetch }: RollcallClientOptions): RollcallClient {
  const link = httpBatchLink({
    url: `${url.replace(/\/+$/, "")}/trpc`,
    headers: { authorization: `Bearer ${apiKey}` },
    maxItems: MAX_BATCH_SIZE,
    maxURLLength: MAX_URL_LENGTH,
    // tRPC may give a signal that is undefined, which fetch's own type does not foresee.
    fetch: (input, { signal, ...init } = {}) => fetch(input, { ...init, signal: signal ?? null }),
  });
  return createTRPCClient<AppRouter>({ links: [link] });
}
