import { createUser } from "@rollcall/domain";
import { beforeEach, describe, expect, it } from "vitest";
import { useApi } from "./api.fixture.ts";

const api = useApi();
const actor = { kind: "system" } as const;
const urn = "urn:acme:scim:schemas:extension:1.0:User";
let tenantId: string;
let path: string;

beforeEach(async () => {
  const { body } = await api.call<{ id: string }>("POST /api/v1/tenants", { json: { name: "Acme" } });
  tenantId = body.id;
  path = `/api/v1/tenants/${tenantId}`;
});

interface List {
  readonly items: readonly { readonly id: string; readonly displayName?: string }[];
}

describe("/tenants/{tenantId}/schemas", () => {
  const badge = { name: "badge", type: "string", uniqueness: "server" };
  const locker = { name: "locker", type: "complex", subAttributes: [{ name: "number", type: "integer" }] };
  const put = (json: unknown, of = urn) => api.call(`PUT ${path}/schemas/${encodeURIComponent(of)}`, { json });

  it("defines a schema with the standard's defaults, replaces, lists and deletes it", async () => {
    const defined = await put({ name: "Acme", attributes: [badge, locker] });
    expect(defined).toMatchObject({
      status: 200,
      body: {
        urn,
        name: "Acme",
        description: "",
        attributes: [
          {
            ...badge,
            multiValued: false,
            required: false,
            caseExact: false,
            mutability: "readWrite",
            returned: "default",
          },
          { ...locker, subAttributes: [{ name: "number", type: "integer", uniqueness: "none", canonicalValues: [] }] },
        ],
      },
    });
    expect((await put({ name: "Acme", attributes: [badge, locker] })).body).toEqual(defined.body);
    const replaced = await put({ name: "Acme Inc", attributes: [badge, locker, { name: "level", type: "integer" }] });
    expect(replaced).toMatchObject({ status: 200, body: { id: Object(defined.body).id, name: "Acme Inc" } });
    expect((await api.call(`GET ${path}/schemas`)).body).toEqual({ items: [replaced.body] });
    expect((await api.call(`DELETE ${path}/schemas/${urn}`)).body).toEqual(replaced.body);
    expect((await api.call(`GET ${path}/schemas`)).body).toEqual({ items: [] });
    expect(await api.call(`DELETE ${path}/schemas/${urn}`)).toMatchObject({ status: 404 });
  });

  it("refuses to orphan what users hold, and shows them what they hold", async () => {
    await put({ name: "Acme", attributes: [badge] });
    const { users } = api.database.openDirectory(tenantId);
    const draft = {
      userName: "ada",
      externalId: null,
      active: true,
      profile: { extensions: { [urn]: { badge: "1" } } },
    };
    const user = await createUser(users, { draft, origin: "idp", connectionId: null, actor });
    expect((await api.call(`GET ${path}/users/${user.id}`)).body).toMatchObject({ profile: draft.profile });
    expect(await api.call(`DELETE ${path}/schemas/${urn}`)).toMatchObject({
      status: 409,
      body: { code: "in_use" },
    });
    expect(await put({ name: "Acme", attributes: [{ ...badge, type: "integer" }] })).toMatchObject({
      status: 400,
      body: { code: "invalid_input", detail: expect.stringContaining("attributes.badge") },
    });
  });

  it.each([
    ["a reserved URN", "urn:ietf:params:scim:schemas:core:2.0:User", [badge]],
    ["what is no URN", "acme", [badge]],
    ["no attributes", urn, []],
    ["an unknown type", urn, [{ name: "badge", type: "text" }]],
    ["an unknown characteristic", urn, [{ ...badge, secret: true }]],
    ["parts within parts", urn, [{ ...locker, subAttributes: [locker] }]],
    ["a bad name", urn, [{ ...badge, name: "1st" }]],
  ])("answers 400 to %s", async (_, name, attributes) => {
    expect(await put({ name: "Acme", attributes }, name)).toMatchObject({
      status: 400,
      body: { code: "invalid_input" },
    });
  });
});

describe("/tenants/{tenantId}/entitlements", () => {
  const create = (json: unknown) => api.call<{ id: string }>(`POST ${path}/entitlements`, { json });

  it("creates, lists by kind, changes and deletes roles and entitlements", async () => {
    const role = await create({ kind: "role", displayName: "Editor" });
    expect(role).toMatchObject({ status: 201, body: { kind: "role", displayName: "Editor", type: null } });
    const licence = await create({ kind: "entitlement", displayName: "Editor", type: "License" });
    expect(licence).toMatchObject({ status: 201, body: { type: "License" } });
    expect((await api.call<List>(`GET ${path}/entitlements`)).body.items).toHaveLength(2);
    expect((await api.call(`GET ${path}/entitlements?kind=role`)).body).toEqual({ items: [role.body] });
    const changed = await api.call(`PATCH ${path}/entitlements/${licence.body.id}`, { json: { displayName: "Seat" } });
    expect(changed).toMatchObject({ status: 200, body: { displayName: "Seat", type: "License" } });
    expect((await api.call(`DELETE ${path}/entitlements/${licence.body.id}`)).body).toEqual(changed.body);
    expect(await api.call(`DELETE ${path}/entitlements/${licence.body.id}`)).toMatchObject({ status: 404 });
    expect((await api.call(`GET ${path}/entitlements`)).body).toEqual({ items: [role.body] });
  });

  it("refuses a name that is taken, a role with a type, and an entitlement without", async () => {
    await create({ kind: "role", displayName: "Editor" });
    expect(await create({ kind: "role", displayName: "EDITOR" })).toMatchObject({ status: 409 });
    expect(await create({ kind: "role", displayName: "Reader", type: "License" })).toMatchObject({ status: 400 });
    expect(await create({ kind: "entitlement", displayName: "Reader" })).toMatchObject({ status: 400 });
  });

  it("is the tenant's own", async () => {
    const { body } = await create({ kind: "role", displayName: "Editor" });
    const other = await api.call<{ id: string }>("POST /api/v1/tenants", { json: { name: "Initech" } });
    const theirs = `/api/v1/tenants/${other.body.id}/entitlements`;
    expect((await api.call(`GET ${theirs}`)).body).toEqual({ items: [] });
    expect(await api.call(`PATCH ${theirs}/${body.id}`, { json: { displayName: "x" } })).toMatchObject({ status: 404 });
    expect(await api.call(`DELETE ${theirs}/${body.id}`)).toMatchObject({ status: 404 });
  });
});
