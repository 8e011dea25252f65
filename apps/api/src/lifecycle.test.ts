import { describe, expect, it } from "vitest";
import { useApi } from "./api.fixture.ts";
import { createTenant } from "./tenant.fixture.ts";

const api = useApi();

describe("a tenant", () => {
  it("is paused and resumed, each once", async () => {
    const { path } = await createTenant(api);
    for (const [verb, state] of [
      ["pause", "paused"],
      ["pause", "paused"],
      ["resume", "active"],
      ["resume", "active"],
    ]) {
      expect(await api.call(`POST ${path}/${verb}`)).toMatchObject({ status: 200, body: { state } });
    }
  });

  it("is deleted for 30 days: readable, not changeable, and restorable", async () => {
    const tenant = await createTenant(api);
    await tenant.pushUser("ada");
    const deleted = await api.call<{ deletedAt: string; purgeAt: string }>(`DELETE ${tenant.path}`);
    expect(deleted).toMatchObject({ status: 200, body: { state: "deleted" } });
    const days = (Date.parse(deleted.body.purgeAt) - Date.parse(deleted.body.deletedAt)) / 86_400_000;
    expect(days).toBe(30);

    expect(await api.call(`GET ${tenant.path}/users`)).toMatchObject({ body: { items: [{ userName: "ada" }] } });
    for (const [route, json] of [
      [`PATCH ${tenant.path}`, { name: "New" }],
      [`POST ${tenant.path}/pause`, {}],
      [`POST ${tenant.path}/users`, { userName: "bob" }],
      [`POST ${tenant.path}/tokens`, {}],
    ] as const) {
      expect([route, await api.call(route, { json })]).toMatchObject([
        route,
        { status: 409, body: { code: "tenant_deleted" } },
      ]);
    }
    expect(await api.call(`DELETE ${tenant.path}`)).toMatchObject({ status: 200 });
    expect(await api.call(`POST ${tenant.path}/restore`)).toMatchObject({
      body: { state: "active", deletedAt: null, purgeAt: null },
    });
    expect(await api.call(`POST ${tenant.path}/users`, { json: { userName: "bob" } })).toMatchObject({ status: 201 });
  });
});

interface AuditPage {
  readonly items: readonly { readonly action: string; readonly requestId: string }[];
  readonly nextCursor: string | null;
}

describe("the audit log", () => {
  it("tells who did what to a tenant, newest first, in pages and by filters", async () => {
    const tenant = await createTenant(api);
    const caller = await api.call<{ actor: object }>("GET /api/v1/service/caller");
    await api.call(`POST ${tenant.path}/users`, { json: { userName: "ada" }, headers: { "x-request-id": "made-ada" } });
    await api.call(`POST ${tenant.path}/tokens`, { json: {} });
    const { body } = await api.call<AuditPage>(`GET ${tenant.path}/audit`);
    expect(body.items.map(({ action }) => action)).toEqual([
      "token.created",
      "user.created",
      "connection.created",
      "tenant.created",
    ]);
    expect(body.items[1]).toMatchObject({
      actor: caller.body.actor,
      requestId: "made-ada",
      ipAddress: "127.0.0.1",
      resourceType: "user",
    });

    const first = await api.call<AuditPage>(`GET ${tenant.path}/audit?limit=3`);
    const second = await api.call<AuditPage>(`GET ${tenant.path}/audit?limit=3&cursor=${first.body.nextCursor}`);
    expect([...first.body.items, ...second.body.items]).toEqual(body.items);
    expect(second.body.nextCursor).toBeNull();
    const tokens = await api.call<AuditPage>(`GET ${tenant.path}/audit?actions=token.created&actions=token.revoked`);
    expect(tokens.body.items.map(({ action }) => action)).toEqual(["token.created"]);
    expect(await api.call(`GET ${tenant.path}/audit?until=2001-01-01T00:00:00Z`)).toMatchObject({
      body: { items: [] },
    });
  });

  it("tells of API keys and of what was refused, once a minute", async () => {
    const headers = await api.keyWith(["users:read"]);
    const wrong = `${headers.authorization.slice(0, -1)}${headers.authorization.endsWith("0") ? "1" : "0"}`;
    for (let time = 0; time < 3; time++) {
      expect(await api.call("GET /api/v1/tenants", { headers })).toMatchObject({ status: 403 });
      expect(await api.call("GET /api/v1/tenants", { headers: { authorization: wrong } })).toMatchObject({
        status: 401,
      });
    }
    const actions = async () => {
      const { body } = await api.call<AuditPage>("GET /api/v1/audit?actions=api_key.created&actions=access.denied");
      return body.items.map(({ action }) => action);
    };
    await expect.poll(actions).toEqual(expect.arrayContaining(["access.denied", "api_key.created"]));
    expect((await actions()).filter((action) => action === "access.denied")).toHaveLength(1);
  });
});
