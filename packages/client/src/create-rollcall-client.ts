import type { AppRouter } from "@rollcall/rpc";
import {
  createTRPCClient,
  httpBatchLink,
  type HTTPLinkOptions,
  httpLink,
  splitLink,
  type TRPCClient,
} from "@trpc/client";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import { addressOf, fetchOf, type RollcallClientOptions } from "./client-options.ts";
import { toAuthorization } from "./credential.ts";
import { refuseForeignAnswers } from "./error/foreign-answer.ts";

/**
 * The internal API with its types. A call that fails throws a `TRPCClientError`; `toRollcallError` tells why.
 *
 * A mutation with `{ context: { idempotencyKey } }` as its second argument carries the header `Idempotency-Key`:
 * repeated with the same key it takes effect once.
 */
export type RollcallClient = TRPCClient<AppRouter>;

/** What each procedure takes, as in `RollcallInputs["users"]["list"]`. */
export type RollcallInputs = inferRouterInputs<AppRouter>;
/** What each procedure gives, as in `RollcallOutputs["users"]["get"]`. */
export type RollcallOutputs = inferRouterOutputs<AppRouter>;

/** Calls the server takes in one request. */
const MAX_BATCH_SIZE = 20;
/** Proxies refuse much longer ones; what does not fit goes out as another request. */
const MAX_URL_LENGTH = 2_000;

export function createRollcallClient(options: RollcallClientOptions): RollcallClient {
  const { credential, consistency } = options;
  const url = addressOf(options, "/trpc");
  const fetch = asTrpcFetch(refuseForeignAnswers(fetchOf(options)));
  const batched = httpBatchLink({
    url,
    fetch,
    maxItems: MAX_BATCH_SIZE,
    maxURLLength: MAX_URL_LENGTH,
    headers: async () => ({
      authorization: await toAuthorization(credential),
      ...(consistency !== undefined && { "rollcall-consistency": consistency }),
    }),
  });
  // The header belongs to one call, so that call travels alone.
  const single = httpLink({
    url,
    fetch,
    headers: async ({ op }) => ({
      authorization: await toAuthorization(credential),
      "idempotency-key": idempotencyKeyOf(op.context),
    }),
  });
  const link = splitLink({
    condition: ({ context }) => idempotencyKeyOf(context) !== undefined,
    true: single,
    false: batched,
  });
  return createTRPCClient<AppRouter>({ links: [link] });
}

type TrpcFetch = NonNullable<HTTPLinkOptions<AppRouter["_def"]["_config"]["$types"]>["fetch"]>;

/** tRPC may give a signal that is undefined, which fetch's own type does not foresee. */
function asTrpcFetch(fetch: typeof globalThis.fetch): TrpcFetch {
  return (input, { signal, ...init } = {}) => fetch(input, { ...init, signal: signal ?? null });
}

function idempotencyKeyOf({ idempotencyKey }: Readonly<Record<string, unknown>>): string | undefined {
  return typeof idempotencyKey === "string" ? idempotencyKey : undefined;
}
