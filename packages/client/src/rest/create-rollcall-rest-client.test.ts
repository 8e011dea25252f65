import { describe, expect, expectTypeOf, it } from "vitest";
import { collect, createServer, unknownId } from "../server.fixture.ts";
import { listAll } from "../list-all.ts";
import { createRollcallRestClient } from "./create-rollcall-rest-client.ts";
import { unwrap } from "./unwrap.ts";

async function connect() {
  const server = createServer();
  const { id: tenantId } = await server.createTenant({ name: "Acme" });
  const client = createRollcallRestClient({ url: `${server.url}/`, credential: server.apiKey, fetch: server.fetch });
  return { ...server, client, tenantId };
}

describe("createRollcallRestClient", () => {
  it("calls paths with their types and the API key", async () => {
    const { client, requests, tenantId, apiKey } = await connect();
    const { data } = await client.GET("/tenants/{tenantId}", { params: { path: { tenantId } } });
    expect(data).toMatchObject({ id: tenantId, name: "Acme" });
    expectTypeOf(data).toExtend<{ readonly createdAt: string } | undefined>();
    const sent = requests.map(({ url, headers }) => [new URL(url).pathname, headers.get("authorization")]);
    expect(sent).toEqual([[`/api/v1/tenants/${tenantId}`, `Bearer ${apiKey}`]]);
  });

  it("gives the server's refusal as the error, with its type", async () => {
    const { client } = await connect();
    const { error } = await client.GET("/tenants/{tenantId}", { params: { path: { tenantId: unknownId } } });
    expectTypeOf(error).toExtend<{ readonly code: string } | undefined>();
    expect(error).toMatchObject({ status: 404, code: "not_found" });
  });

  it("asks for the credential anew before every request", async () => {
    const { requests, tenantId, ...server } = await connect();
    const credentials = ["first", "second"];
    const credential = () => credentials.shift() ?? "";
    const client = createRollcallRestClient({ url: server.url, credential, fetch: server.fetch });
    await client.GET("/tenants");
    await client.GET("/tenants");
    const sent = requests.map(({ headers }) => headers.get("authorization"));
    expect(sent).toEqual(["Bearer first", "Bearer second"]);
  });
});

describe("unwrap", () => {
  it("gives the data", async () => {
    const { client, tenantId } = await connect();
    const tenant = await unwrap(client.GET("/tenants/{tenantId}", { params: { path: { tenantId } } }));
    expectTypeOf(tenant.name).toEqualTypeOf<string>();
    expect(tenant.name).toBe("Acme");
  });

  it("throws the server's refusal", async () => {
    const { client } = await connect();
    const call = client.GET("/tenants/{tenantId}", { params: { path: { tenantId: unknownId } } });
    await expect(unwrap(call)).rejects.toMatchObject({ name: "RollcallError", code: "not_found", status: 404 });
  });

  it("throws the answer of somebody else", async () => {
    const fetch = () => Promise.resolve(new Response("<h1>Bad gateway</h1>", { status: 502 }));
    const client = createRollcallRestClient({ url: "https://api.example.com", credential: "rlk_key", fetch });
    await expect(unwrap(client.GET("/tenants"))).rejects.toMatchObject({ cause: { status: 502 } });
  });
});

describe("listAll over REST", () => {
  it("reads every item once", async () => {
    const { client, ...server } = await connect();
    for (const name of ["Globex", "Initech", "Umbrella", "Hooli"]) await server.createTenant({ name });
    const readPage = (cursor: string | undefined) =>
      unwrap(client.GET("/tenants", { params: { query: { limit: 2, cursor } } }));
    const names = (await collect(listAll(readPage))).map(({ name }) => name);
    expect(names).toEqual(["Acme", "Globex", "Initech", "Umbrella", "Hooli"]);
  });
});
