import { createEntitlement, deleteEntitlement, type Entitlement, updateEntitlement } from "@rollcall/domain";
import type { JsonValue } from "@rollcall/scim";
import { beforeEach, describe, expect, it } from "vitest";
import { actor, type TenantUnderTest, useTenants } from "../tenant-types/extension.fixture.ts";
import { SCHEMA_ENTITLEMENT, SCHEMA_ROLE } from "./catalog-types.ts";

const tenants = useTenants();
let tenant: TenantUnderTest;
let roles: Entitlement[];
let licence: Entitlement;

beforeEach(async () => {
  tenant = await tenants.newTenant();
  const { entitlements } = tenant.directory;
  roles = [];
  for (const displayName of ["Editor", "Reader", "Owner"]) {
    roles.push(await createEntitlement(entitlements, { kind: "role", draft: { displayName, type: null }, actor }));
  }
  const draft = { displayName: "Editor", type: "License" };
  licence = await createEntitlement(entitlements, { kind: "entitlement", draft, actor });
});

async function namesIn(path: string): Promise<JsonValue> {
  const { status, body } = await tenant.client.send("GET", path);
  expect(status).toBe(200);
  const resources = Array.isArray(body?.["Resources"]) ? body["Resources"] : [];
  return resources.map((resource) => Object(resource).displayName);
}

describe("roles and entitlements", () => {
  it("are found where /ResourceTypes says, in the order in which Okta asks", async () => {
    const types = await tenant.client.send("GET", "/ResourceTypes");
    expect(types.body?.["Resources"]).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: "Role", endpoint: "/Roles", schema: SCHEMA_ROLE }),
        expect.objectContaining({ id: "Entitlement", endpoint: "/Entitlements", schema: SCHEMA_ENTITLEMENT }),
      ]),
    );
    for (const urn of [SCHEMA_ROLE, SCHEMA_ENTITLEMENT]) {
      expect((await tenant.client.send("GET", `/Schemas/${urn}`)).body).toMatchObject({ id: urn });
    }
    const page = await tenant.client.send("GET", "/Entitlements?count=1&startIndex=1");
    const meta = { resourceType: "Entitlement", location: expect.stringMatching(/\/Entitlements\//) };
    const { id } = licence;
    expect(page.body).toEqual({
      schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
      totalResults: 1,
      startIndex: 1,
      itemsPerPage: 1,
      Resources: [
        {
          schemas: [SCHEMA_ENTITLEMENT],
          id,
          displayName: "Editor",
          type: "License",
          meta: expect.objectContaining(meta),
        },
      ],
    });
  });

  it("are read one by one, each kind at its own place", async () => {
    const [editor] = roles;
    const one = await tenant.client.send("GET", `/Roles/${editor?.id}?attributes=displayName`);
    expect(one.body).toEqual({ schemas: [SCHEMA_ROLE], id: editor?.id, displayName: "Editor" });
    const meta = await tenant.client.send("GET", `/Roles/${editor?.id}`);
    expect(meta.body).toMatchObject({ meta: { resourceType: "Role", location: expect.stringContaining("/Roles/") } });
    for (const path of [`/Entitlements/${editor?.id}`, `/Roles/${licence.id}`, "/Roles/1", "/Entitlements/nope"]) {
      expect((await tenant.client.send("GET", path)).status).toBe(404);
    }
  });

  it("are paged by index and by cursor, and filtered by any attribute", async () => {
    expect(await namesIn("/Roles")).toEqual(["Editor", "Reader", "Owner"]);
    expect(await namesIn("/Roles?startIndex=2&count=1")).toEqual(["Reader"]);
    expect(await namesIn("/Roles?startIndex=4&count=100")).toEqual([]);
    expect(await namesIn(`/Roles?filter=${encodeURIComponent('displayName eq "oWNER"')}`)).toEqual(["Owner"]);
    expect(await namesIn(`/Roles?filter=${encodeURIComponent(`id eq "${roles[1]?.id}"`)}`)).toEqual(["Reader"]);
    expect(await namesIn(`/Entitlements?filter=${encodeURIComponent('type eq "license"')}`)).toEqual(["Editor"]);
    const first = await tenant.client.send("GET", "/Roles?cursor=&count=2");
    expect(first.body).toMatchObject({ totalResults: 3, itemsPerPage: 2, nextCursor: expect.any(String) });
    const next = await tenant.client.send("GET", `/Roles?cursor=${Object(first.body).nextCursor}&count=2`);
    expect(next.body).toMatchObject({ totalResults: 3, Resources: [{ displayName: "Owner" }] });
    expect(next.body).not.toHaveProperty("nextCursor");
    expect((await tenant.client.send("GET", "/Roles?filter=type%20pr")).body).toMatchObject({
      scimType: "invalidFilter",
    });
  });

  it("are the platform's to change, and no other tenant's to see", async () => {
    for (const [method, path] of [
      ["POST", "/Roles"],
      ["PUT", `/Roles/${roles[0]?.id}`],
      ["PATCH", `/Entitlements/${licence.id}`],
      ["DELETE", `/Entitlements/${licence.id}`],
    ] as const) {
      const answer = await tenant.client.send(method, path, method === "DELETE" ? undefined : { displayName: "x" });
      expect(answer.status).toBe(405);
      expect(answer.headers.get("allow")).toMatch(/^(?:HEAD, )?GET$/);
    }
    const { client } = await tenants.newTenant();
    expect((await client.send("GET", "/Roles")).body).toMatchObject({ totalResults: 0, itemsPerPage: 0 });
    expect((await client.send("GET", `/Roles/${roles[0]?.id}`)).status).toBe(404);
  });

  it("are carried by users, and leave them be when they go", async () => {
    const { directory, client, find } = tenant;
    const assigned = { value: licence.id, display: "Editor", type: "License" };
    await client.send("POST", "/Users", {
      userName: "ada",
      roles: [{ value: roles[0]?.id ?? "" }],
      entitlements: [assigned],
    });
    await updateEntitlement(directory.entitlements, { id: licence.id, displayName: "Writer", actor });
    expect(await namesIn("/Entitlements")).toEqual(["Writer"]);
    await deleteEntitlement(directory.entitlements, { id: licence.id, actor });
    expect(await namesIn("/Entitlements")).toEqual([]);
    expect(await find(`entitlements[value eq "${licence.id}" and type eq "license"]`)).toEqual(["ada"]);
    const events = (await tenants.eventsOf(directory)).map(({ type }) => type);
    expect(events.filter((type) => type.startsWith("entitlement."))).toEqual([
      ...Array.from({ length: 4 }, () => "entitlement.created"),
      "entitlement.updated",
      "entitlement.deleted",
    ]);
  });
});
