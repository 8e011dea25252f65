import { describe, expect, expectTypeOf, it } from "vitest";
import { createRollcallClient } from "./create-rollcall-client.ts";
import { createRollcallRestClient } from "./rest/create-rollcall-rest-client.ts";
import { createServer } from "./server.fixture.ts";

async function connect() {
  const server = createServer();
  const { id: tenantId } = await server.createTenant({ name: "Acme" });
  const client = createRollcallClient({ url: `${server.url}/`, credential: server.apiKey, fetch: server.fetch });
  return { ...server, client, tenantId };
}

describe("createRollcallClient", () => {
  it("calls procedures with their types and the API key", async () => {
    const { client, requests, tenantId } = await connect();
    const tenant = await client.tenants.get.query({ tenantId });
    expect(tenant).toMatchObject({ id: tenantId, name: "Acme" });
    expectTypeOf(tenant.createdAt).toEqualTypeOf<string>();
    expect(requests.map(({ url }) => new URL(url).pathname)).toEqual(["/trpc/tenants.get"]);
  });

  it("sends what is asked at once in one request, but never more than the server takes", async () => {
    const { client, requests, tenantId } = await connect();
    await Promise.all(Array.from({ length: 2 }, () => client.tenants.get.query({ tenantId })));
    expect(requests).toHaveLength(1);
    await Promise.all(Array.from({ length: 60 }, () => client.tenants.get.query({ tenantId })));
    const sizes = requests.map(({ url }) => new URL(url).pathname.split(",").length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(20);
    expect(Math.max(...requests.map(({ url }) => url.length))).toBeLessThanOrEqual(2_000);
  });

  it("asks for the credential anew before every request", async () => {
    const { requests, tenantId, ...server } = await connect();
    const credentials = ["expired", server.apiKey];
    const credential = async () => credentials.shift() ?? "";
    const client = createRollcallClient({ url: server.url, credential, fetch: server.fetch });
    await expect(client.tenants.get.query({ tenantId })).rejects.toMatchObject({ data: { code: "unauthenticated" } });
    expect(await client.tenants.get.query({ tenantId })).toMatchObject({ id: tenantId });
    expect(requests.map(({ headers }) => headers.get("authorization"))).toEqual([
      "Bearer expired",
      `Bearer ${server.apiKey}`,
    ]);
  });

  it("says with every query that the answer may be behind, when it may", async () => {
    const { url, apiKey, fetch, requests, tenantId } = await connect();
    const options = { url, credential: apiKey, fetch, consistency: "eventual" } as const;
    await createRollcallClient(options).users.list.query({ tenantId });
    await createRollcallRestClient(options).GET("/tenants/{tenantId}/users", { params: { path: { tenantId } } });
    expect(requests.map(({ headers }) => headers.get("rollcall-consistency"))).toEqual(["eventual", "eventual"]);
  });

  it("refuses an address that is none before any call", () => {
    expect(() => createRollcallClient({ url: "api.example.com", credential: "rlk_key" })).toThrow(TypeError);
  });
});

describe("a mutation with an idempotency key", () => {
  it("travels alone, and takes effect once", async () => {
    const { client, requests } = await connect();
    const create = (idempotencyKey: string) =>
      client.tenants.create.mutate({ name: "Globex" }, { context: { idempotencyKey } });
    const first = await create("first");
    const [again, other] = await Promise.all([create("first"), create("second")]);
    expect(again.id).toBe(first.id);
    expect(other.id).not.toBe(first.id);
    expect(requests.map(({ headers }) => headers.get("idempotency-key"))).toEqual(["first", "first", "second"]);
  });

  it("leaves the other calls together, without the header", async () => {
    const { client, requests, tenantId } = await connect();
    await Promise.all([
      client.tenants.get.query({ tenantId }),
      client.tenants.create.mutate({ name: "Globex" }, { context: { idempotencyKey: "key" } }),
      client.tenants.get.query({ tenantId }),
    ]);
    const sent = requests.map(({ method, headers }) => `${method} ${headers.get("idempotency-key")}`);
    expect(sent.toSorted()).toEqual(["GET null", "POST key"]);
  });
});
