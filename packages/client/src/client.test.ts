import { TRPCClientError } from "@trpc/client";
import { describe, expect, expectTypeOf, it } from "vitest";
import { createRollcallClient } from "./create-rollcall-client.ts";
import { listAll } from "./list-all.ts";
import { readEvents } from "./read-events.ts";
import { apiKey, createServer, LAST_EVENT, tenantId, tenantNames } from "./server.fixture.ts";

function createClient(options: { apiKey?: string } = {}) {
  const { fetch, requests } = createServer();
  return { client: createRollcallClient({ url: "https://api.example.com/", apiKey, fetch, ...options }), requests };
}

async function collect<TItem>(items: AsyncIterable<TItem>): Promise<TItem[]> {
  const collected: TItem[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

describe("createRollcallClient", () => {
  it("calls procedures with their types and the API key", async () => {
    const { client, requests } = createClient();
    const tenant = await client.tenants.get.query({ tenantId });
    expect(tenant).toMatchObject({ id: tenantId, name: "Acme", createdAt: "2026-02-03T09:30:00.000Z" });
    expectTypeOf(tenant.createdAt).toEqualTypeOf<string>();
    expect(requests.map(({ url }) => new URL(url).pathname)).toEqual(["/trpc/tenants.get"]);
  });

  it("sends what is asked at once in one request, but never more than the server takes", async () => {
    const { client, requests } = createClient();
    await Promise.all(Array.from({ length: 2 }, () => client.tenants.get.query({ tenantId })));
    expect(requests).toHaveLength(1);
    await Promise.all(Array.from({ length: 60 }, () => client.tenants.get.query({ tenantId })));
    const sizes = requests.map(({ url }) => new URL(url).pathname.split(",").length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(20);
    expect(Math.max(...requests.map(({ url }) => url.length))).toBeLessThanOrEqual(2_000);
  });

  it("throws the server's refusal, with its code", async () => {
    const { client } = createClient();
    const userId = "01935f20-1111-7222-8333-944455556666";
    const refusal = await client.users.get.query({ tenantId, userId }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(TRPCClientError);
    expect(refusal).toMatchObject({ data: { code: "NOT_FOUND", refusal: "not_found", requestId: "request-1" } });
  });

  it("throws UNAUTHORIZED for a wrong key", async () => {
    const { client } = createClient({ apiKey: "rlk_wrong" });
    await expect(client.tenants.list.query({})).rejects.toMatchObject({ data: { code: "UNAUTHORIZED" } });
  });
});

describe("listAll", () => {
  it("reads every item once", async () => {
    const { client, requests } = createClient();
    const tenants = listAll((cursor) => client.tenants.list.query({ limit: 2, cursor }));
    expect((await collect(tenants)).map(({ name }) => name)).toEqual(tenantNames);
    expect(requests).toHaveLength(3);
  });

  it("asks for no page that the loop does not reach", async () => {
    const { client, requests } = createClient();
    for await (const { name } of listAll((cursor) => client.tenants.list.query({ limit: 2, cursor }))) {
      if (name === "Globex") break;
    }
    expect(requests).toHaveLength(1);
  });
});

describe("readEvents", () => {
  it("reads the feed in order from the given place to its end", async () => {
    const { client } = createClient();
    const all = await collect(readEvents(client, { tenantId, limit: 2 }));
    expect(all.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
    const rest = await collect(readEvents(client, { tenantId, after: 3 }));
    expect(rest.map(({ sequence }) => sequence)).toEqual([4, 5]);
    expect(await collect(readEvents(client, { tenantId, after: LAST_EVENT }))).toEqual([]);
  });
});
