import {
  createRollcallClient,
  createRollcallRestClient,
  followEvents,
  isRollcallError,
  listAll,
  readEvents,
  type RollcallErrorCode,
  type RollcallEvent,
  toRollcallError,
  unwrap,
} from "@rollcall/client";

const [url = "", apiKey = "", tenantId = ""] = process.argv.slice(2);
const rollcall = createRollcallClient({ url, credential: async () => apiKey });
const rest = createRollcallRestClient({ url, credential: apiKey });
const path = { tenantId };

async function collect<TItem>(items: AsyncIterable<TItem>): Promise<TItem[]> {
  const collected: TItem[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

async function create(idempotencyKey: string): Promise<string> {
  const { id } = await rollcall.tenants.create.mutate({ name: "Globex" }, { context: { idempotencyKey } });
  return id;
}

async function refusedCode(call: Promise<unknown>): Promise<RollcallErrorCode | undefined> {
  const thrown = await call.catch((error: unknown) => error);
  return isRollcallError(thrown) ? toRollcallError(thrown).code : undefined;
}

function fail(error: unknown): never {
  throw error;
}

async function firstFollowed(): Promise<RollcallEvent | undefined> {
  for await (const event of followEvents(rest, { tenantId, onRetry: fail })) return event;
  return undefined;
}

const unknown = "01935f20-1111-7222-8333-944455556666";
const users = await collect(listAll((cursor) => rollcall.users.list.query({ tenantId, limit: 10, cursor })));
const restUsers = await collect(
  listAll((cursor) =>
    unwrap(rest.GET("/tenants/{tenantId}/users", { params: { path, query: { limit: 10, cursor } } })),
  ),
);
const events = await collect(readEvents(rollcall, { tenantId, limit: 10 }));
const restEvents = await collect(readEvents(rest, { tenantId, types: ["user.created"] }));
const missing = await rest.GET("/tenants/{tenantId}", { params: { path: { tenantId: unknown } } });
const names: string[] = users.map(({ userName }) => userName);

console.log(
  JSON.stringify({
    names,
    restNames: restUsers.map((user) => user.userName),
    sequences: events.map(({ sequence }) => sequence),
    types: [...new Set(restEvents.map(({ type }) => type))],
    followed: (await firstFollowed())?.sequence,
    created: [await create("one"), await create("one"), await create("two")],
    refusals: [
      await refusedCode(rollcall.tenants.get.query({ tenantId: unknown })),
      await refusedCode(unwrap(rest.GET("/tenants/{tenantId}", { params: { path: { tenantId: "nonsense" } } }))),
      toRollcallError(missing)?.code,
    ],
  }),
);
