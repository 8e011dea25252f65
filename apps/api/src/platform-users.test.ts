import { beforeAll, describe, expect, it } from "vitest";
import { useApi } from "./api.fixture.ts";
import { createTenant, type TenantUnderTest } from "./tenant.fixture.ts";

const api = useApi();
let tenant: TenantUnderTest;

interface User {
  readonly id: string;
  readonly version: number;
}

const create = (json: object) => api.call<User>(`POST ${tenant.path}/users`, { json });

beforeAll(async () => {
  tenant = await createTenant(api);
});

describe("a user of the platform's own", () => {
  it("is created, read, changed, deactivated and activated", async () => {
    const profile = { displayName: "Ada", emails: [{ value: "ada@example.com", primary: true }] };
    const created = await create({ userName: "Ada", externalId: "crm-1", profile });
    expect(created).toMatchObject({ status: 201, body: { origin: "platform", connectionId: null, active: true } });
    const path = `${tenant.path}/users/${created.body.id}`;
    expect(await api.call(`GET ${path}`)).toMatchObject({ body: { userName: "Ada", externalId: "crm-1", profile } });

    const renamed = await api.call(`PATCH ${path}`, { json: { userName: "Ada L", externalId: null } });
    expect(renamed).toMatchObject({ body: { userName: "Ada L", externalId: null, profile, version: 2 } });
    expect(await api.call(`POST ${path}/deactivate`)).toMatchObject({ body: { active: false, version: 3 } });
    expect(await api.call(`POST ${path}/deactivate`)).toMatchObject({ body: { active: false, version: 3 } });
    expect(await api.call(`POST ${path}/activate`)).toMatchObject({ body: { active: true, version: 4 } });
  });

  it("has a userName that nobody else has, in any case", async () => {
    await create({ userName: "grace" });
    const second = await create({ userName: "GRACE" });
    expect(second).toMatchObject({ status: 409, body: { code: "conflict", errors: [{ path: ["userName"] }] } });
    await tenant.pushUser("hedy");
    expect(await create({ userName: "Hedy" })).toMatchObject({ status: 409 });
  });

  it("is left as it is when its version is another", async () => {
    const { body: user } = await create({ userName: "ida" });
    const path = `${tenant.path}/users/${user.id}`;
    const stale = await api.call(`PATCH ${path}`, { json: { userName: "other", ifVersion: 7 } });
    expect(stale).toMatchObject({ status: 412, body: { code: "version_mismatch" } });
    expect(await api.call(`DELETE ${path}?ifVersion=7`)).toMatchObject({ status: 412 });
    expect(await api.call(`PATCH ${path}`, { json: { userName: "other", ifVersion: 1 } })).toMatchObject({
      body: { userName: "other", version: 2 },
    });
  });

  it.each([
    ["an unknown attribute", { userName: "x", profile: { nick: "x" } }],
    ["an unknown part of one", { userName: "x", profile: { name: { first: "x" } } }],
    ["extension values", { userName: "x", profile: { extensions: {} } }],
    ["no userName", { profile: {} }],
    ["an empty one", { userName: " " }],
    ["an id", { userName: "x", id: "01935f20-1111-7222-8333-944455556666" }],
    ["an origin", { userName: "x", origin: "idp" }],
  ])("cannot have %s", async (_, json) => {
    expect(await create(json)).toMatchObject({ status: 400, body: { code: "invalid_input" } });
  });

  it("is deleted, stands among the deleted, and is restored with its groups", async () => {
    const { body: user } = await create({ userName: "joan", externalId: "crm-2" });
    const group = await api.call<{ id: string }>(`POST ${tenant.path}/groups`, {
      json: { displayName: "Writers", memberIds: [user.id] },
    });
    const path = `${tenant.path}/users/${user.id}`;
    expect(await api.call(`DELETE ${path}`)).toMatchObject({ status: 200, body: { id: user.id } });
    expect(await api.call(`GET ${path}`)).toMatchObject({ status: 404 });
    expect(await api.call(`DELETE ${path}`)).toMatchObject({ status: 404 });
    expect(await api.call(`GET ${tenant.path}/deleted-users`)).toMatchObject({
      body: { items: expect.arrayContaining([expect.objectContaining({ id: user.id, name: "joan" })]) },
    });

    const restored = await api.call(`POST ${path}/restore`);
    expect(restored).toMatchObject({
      status: 200,
      body: { id: user.id, userName: "joan", externalId: "crm-2", groups: [{ id: group.body.id, type: "direct" }] },
    });
    expect(await api.call(`POST ${path}/restore`)).toMatchObject({ status: 404 });
  });

  it("is not restored over somebody who took its name", async () => {
    const { body: user } = await create({ userName: "kay" });
    await api.call(`DELETE ${tenant.path}/users/${user.id}`);
    await create({ userName: "Kay" });
    const refused = await api.call(`POST ${tenant.path}/users/${user.id}/restore`);
    expect(refused).toMatchObject({ status: 409, body: { code: "conflict" } });
  });
});

describe("a user of an identity provider", () => {
  it("is read-only here, and the refusal says why", async () => {
    const { id } = await tenant.pushUser("lise");
    const path = `${tenant.path}/users/${id}`;
    for (const [route, json] of [
      [`PATCH ${path}`, { userName: "other" }],
      [`POST ${path}/deactivate`, {}],
      [`POST ${path}/activate`, {}],
      [`DELETE ${path}`, undefined],
    ] as const) {
      const answer = await api.call(route, { json });
      expect([route, answer.status]).toEqual([route, 409]);
      expect(answer.body).toMatchObject({ code: "idp_owned", detail: expect.stringContaining("identity provider") });
    }
    expect(await api.call(`GET ${path}`)).toMatchObject({ body: { userName: "lise", active: true, version: 1 } });
  });
});

describe("a group of the platform's own", () => {
  it("takes members of any origin, all or none, and changes by difference", async () => {
    const [mary, nina] = await Promise.all([tenant.pushUser("mary"), tenant.pushUser("nina")]);
    const pushed = await tenant.pushGroup("Pushed", [nina.id]);
    const created = await api.call<{ id: string }>(`POST ${tenant.path}/groups`, { json: { displayName: "Staff" } });
    expect(created).toMatchObject({ status: 201, body: { origin: "platform", version: 1 } });
    const path = `${tenant.path}/groups/${created.body.id}`;
    const members = async () =>
      (await api.call<{ items: { id: string }[] }>(`GET ${path}/members`)).body.items.map(({ id }) => id);

    expect(await api.call(`POST ${path}/members`, { json: { memberIds: [mary.id, pushed.id] } })).toMatchObject({
      body: { version: 2 },
    });
    expect(new Set(await members())).toEqual(new Set([mary.id, pushed.id]));
    const unknown = "01935f20-1111-7222-8333-944455556666";
    const refused = await api.call(`POST ${path}/members`, { json: { memberIds: [nina.id, unknown] } });
    expect(refused).toMatchObject({ status: 400, body: { code: "unknown_members" } });
    expect(await members()).not.toContain(nina.id);

    await api.call(`PUT ${path}/members`, { json: { memberIds: [nina.id, mary.id] } });
    expect(new Set(await members())).toEqual(new Set([mary.id, nina.id]));
    await api.call(`POST ${path}/members/remove`, { json: { memberIds: [nina.id, unknown] } });
    expect(await members()).toEqual([mary.id]);

    expect(await api.call(`PATCH ${path}`, { json: { displayName: "People" } })).toMatchObject({
      body: { displayName: "People" },
    });
    expect(await api.call(`DELETE ${path}`)).toMatchObject({ status: 200 });
    expect(await api.call(`GET ${tenant.path}/deleted-groups`)).toMatchObject({
      body: { items: [{ id: created.body.id, name: "People", resourceType: "group" }] },
    });
    expect(await api.call(`POST ${path}/restore`)).toMatchObject({ body: { displayName: "People" } });
    expect(await members()).toEqual([mary.id]);
  });

  it("of an identity provider is read-only here", async () => {
    const { id } = await tenant.pushGroup("Theirs");
    const path = `${tenant.path}/groups/${id}`;
    for (const [route, json] of [
      [`PATCH ${path}`, { displayName: "Ours" }],
      [`POST ${path}/members`, { memberIds: [] }],
      [`PUT ${path}/members`, { memberIds: [] }],
      [`POST ${path}/members/remove`, { memberIds: [] }],
      [`DELETE ${path}`, undefined],
    ] as const) {
      expect([route, await api.call(route, { json })]).toMatchObject([
        route,
        { status: 409, body: { code: "idp_owned" } },
      ]);
    }
  });
});
