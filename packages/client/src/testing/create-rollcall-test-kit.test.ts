import { setupServer } from "msw/node";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createRollcallClient } from "../create-rollcall-client.ts";
import { createRollcallRestClient } from "../rest/create-rollcall-rest-client.ts";
import { createRollcallTestKit } from "./create-rollcall-test-kit.ts";

const kit = createRollcallTestKit({ url: "https://rollcall.internal/base/" });
const server = setupServer(...kit.handlers);
// Before the server takes fetch over, as in a module that makes its client when it is imported.
const client = createRollcallClient({ url: kit.url, credential: kit.apiKey });
const restClient = createRollcallRestClient({ url: kit.url, credential: kit.apiKey });

beforeAll(() => server.listen({ onUnhandledFrame: "error" }));
beforeEach(() => kit.reset());
afterAll(() => server.close());

async function rest(path: string): Promise<Response> {
  return await fetch(`${kit.url}/api/v1${path}`, { headers: { authorization: `Bearer ${kit.apiKey}` } });
}

describe("the test kit", () => {
  it("serves the typed client and REST from one directory", async () => {
    const { id: tenantId } = await kit.createTenant({ name: "Acme" });
    const user = await client.users.create.mutate({ tenantId, userName: "ada" });
    const answer = await rest(`/tenants/${tenantId}/users/${user.id}`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual(user);
    const { data } = await restClient.GET("/tenants/{tenantId}/users/{userId}", {
      params: { path: { tenantId, userId: user.id } },
    });
    expect(data).toEqual(user);
  });

  it("pushes as an identity provider does", async () => {
    const { id: tenantId } = await kit.createTenant();
    const provider = kit.identityProvider(tenantId);
    const ada = await provider.provisionUser({ userName: "ada", externalId: "00u1" });
    const staff = await provider.provisionGroup({ displayName: "Staff" }, [ada.id]);
    expect(await client.users.get.query({ tenantId, userId: ada.id })).toMatchObject({
      origin: "idp",
      groups: [{ id: staff.id }],
    });
    await expect(client.users.delete.mutate({ tenantId, userId: ada.id })).rejects.toMatchObject({
      data: { code: "idp_owned" },
    });
    await provider.removeMembers(staff.id, [ada.id]);
    await provider.updateUser(ada.id, { userName: "ada.l" });
    await provider.deactivateUser(ada.id);
    await provider.addMembers(staff.id, [ada.id]);
    await provider.deprovisionGroup(staff.id);
    await provider.deprovisionUser(ada.id);
    const events = await client.events.list.query({ tenantId });
    expect(events.items.map(({ type }) => type)).toEqual([
      "tenant.created",
      "connection.created",
      "user.created",
      "group.created",
      "group.member_added",
      "group.member_removed",
      "user.updated",
      "user.deactivated",
      "group.member_added",
      "group.deleted",
      "user.deleted",
    ]);
  });

  it("fails the next request, in the words of tRPC and of REST, and the one after works", async () => {
    const { id: tenantId } = await kit.createTenant();
    kit.failNext("unavailable");
    await expect(client.users.create.mutate({ tenantId, userName: "ada" })).rejects.toMatchObject({
      data: { code: "unavailable", status: 503 },
    });
    expect(await client.users.list.query({ tenantId, withTotal: true })).toMatchObject({ total: 0 });
    kit.failNext("rate_limited");
    kit.failNext("network");
    const answer = await rest("/tenants");
    expect([answer.status, answer.headers.get("content-type")]).toEqual([429, "application/problem+json"]);
    await expect(rest("/tenants")).rejects.toThrow("fetch");
    expect((await rest("/tenants")).status).toBe(200);
  });

  it("forgets everything but its key", async () => {
    await kit.createTenant();
    kit.failNext("internal");
    kit.reset();
    expect(await client.tenants.list.query({})).toEqual({ items: [], nextCursor: null });
  });

  it("keeps two kits apart", async () => {
    const other = createRollcallTestKit();
    await kit.createTenant();
    server.use(...other.handlers);
    const elsewhere = createRollcallClient({ url: other.url, credential: other.apiKey });
    expect((await elsewhere.tenants.list.query({})).items).toEqual([]);
    const foreign = createRollcallClient({ url: other.url, credential: kit.apiKey });
    await expect(foreign.tenants.list.query({})).rejects.toMatchObject({ data: { code: "unauthenticated" } });
  });
});
