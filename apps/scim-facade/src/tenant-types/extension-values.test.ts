import { deleteExtensionSchema } from "@rollcall/domain";
import type { JsonObject, JsonValue } from "@rollcall/scim";
import { beforeEach, describe, expect, it } from "vitest";
import { idOf } from "../scim-client.fixture.ts";
import {
  actor,
  allAttributes,
  allValues,
  attribute,
  definitionIsSeen,
  patch,
  urn,
  type TenantUnderTest,
  useTenants,
} from "./extension.fixture.ts";

const tenants = useTenants();
let tenant: TenantUnderTest;
beforeEach(async () => {
  tenant = await tenants.newTenant();
});

describe("an extension schema", () => {
  it("is described in /Schemas and /ResourceTypes, for its tenant alone", async () => {
    await tenant.define(allAttributes);
    const other = (await tenants.newTenant()).client;
    const schema = await tenant.client.send("GET", `/Schemas/${urn}`);
    expect(schema.body).toMatchObject({ id: urn, name: "Acme", meta: { resourceType: "Schema" } });
    expect(schema.body?.["attributes"]).toHaveLength(allAttributes.length);
    expect(schema.body?.["attributes"]).toContainEqual(
      expect.objectContaining({ name: "tags", type: "string", multiValued: true, canonicalValues: ["red", "blue"] }),
    );
    expect((await tenant.client.send("GET", "/ResourceTypes/User")).body?.["schemaExtensions"]).toContainEqual({
      schema: urn,
      required: false,
    });
    expect((await other.send("GET", `/Schemas/${urn}`)).status).toBe(404);
    expect(JSON.stringify((await other.send("GET", "/ResourceTypes")).body)).not.toContain(urn);
    expect(JSON.stringify((await other.send("GET", "/Schemas")).body)).not.toContain(urn);
  });

  it("gives users attributes of every type, which come back, in events too", async () => {
    await tenant.define(allAttributes);
    const body = {
      userName: "ada",
      [urn.toUpperCase()]: { ...allValues, hired: "2024-02-01T09:00:00+01:00", other: 1 },
    };
    const created = await tenant.client.send("POST", "/Users", body);
    expect(created).toMatchObject({ status: 201, body: { [urn]: allValues } });
    expect(created.body?.["schemas"]).toContain(urn);
    const id = idOf(created);
    expect((await tenant.client.send("GET", `/Users/${id}`)).body).toEqual(created.body);
    expect((await tenant.directory.users.find(id))?.profile).toEqual({ extensions: { [urn]: allValues } });
    const events = await tenants.eventsOf(tenant.directory);
    const [defined] = await tenant.directory.extensionSchemas.list();
    expect(events.map(({ type, resourceId }) => [type, resourceId]).slice(-2)).toEqual([
      ["schema.defined", defined?.id],
      ["user.created", id],
    ]);
    expect(events.at(-1)?.data).toMatchObject({ user: { profile: { extensions: { [urn]: allValues } } } });
  });

  it.each<[string, JsonValue]>([
    ["level", 1.5],
    ["level", "3"],
    ["remote", "perhaps"],
    ["hired", "yesterday"],
    ["hired", "0000-01-01T00:00:00Z"],
    ["key", "*"],
    ["badge", { value: 1 }],
    ["badge", ["a", "b"]],
    ["locker", "12"],
    ["cards", [{ value: 1 }]],
  ])("refuses %s with the value %j", async (name, value) => {
    await tenant.define(allAttributes);
    const answer = await tenant.client.send("POST", "/Users", { userName: "ada", [urn]: { [name]: value } });
    expect(answer).toMatchObject({ status: 400, body: { scimType: "invalidValue" } });
    expect(answer.body?.["detail"]).toContain(`${urn}:${name}`);
  });

  it("is filtered and sorted by in SQL", async () => {
    await tenant.define(allAttributes);
    await tenant.client.send("POST", "/Users", { userName: "ada", [urn]: allValues });
    await tenant.client.send("POST", "/Users", { userName: "bob", [urn]: { badge: "A-1", level: 9, tags: ["green"] } });
    await tenant.client.send("POST", "/Users", { userName: "cy" });
    for (const filter of [
      `${urn}:badge eq "b-7"`,
      `${urn}:BADGE sw "B-"`,
      `${urn}:code eq "Xy"`,
      `${urn}:level lt 5`,
      `${urn}:rate eq 0.5`,
      `${urn}:remote eq true`,
      `${urn}:hired ge "2024-02-01T09:00:00+01:00"`,
      `${urn}:page co "Ada"`,
      `${urn}:tags eq "RED"`,
      `${urn}:tags.value eq "red"`,
      `${urn}:tags[value sw "b" and value ew "e"]`,
      `${urn}:locker.number eq 12`,
      `${urn}:locker[floor eq "second"]`,
      `${urn}:cards[kind eq "DOOR" and primary eq true]`,
      `${urn}:cards eq "C1"`,
      `${urn}:cards.value eq "c2"`,
      `${urn}:locker pr`,
    ]) {
      expect([filter, await tenant.find(filter)]).toEqual([filter, ["ada"]]);
    }
    expect(await tenant.find(`${urn}:code eq "xy"`)).toEqual([]);
    expect(await tenant.find(`${urn}:tags[value sw "R" and value ew "blue"]`)).toEqual([]);
    expect(await tenant.find(`${urn}:tags ne "green" and ${urn}:tags pr`)).toEqual(["ada"]);
    expect(await tenant.find(`${urn} pr`)).toEqual(["ada", "bob"]);
    expect(await tenant.find(`not (${urn}:badge pr)`)).toEqual(["cy"]);
    const sorted = await tenant.client.send(
      "GET",
      `/Users?sortBy=${encodeURIComponent(`${urn}:badge`)}&attributes=userName`,
    );
    expect(sorted.body?.["Resources"]).toMatchObject([{ userName: "bob" }, { userName: "ada" }, { userName: "cy" }]);
  });

  it("is changed by PATCH in every form, and replaced by PUT", async () => {
    await tenant.define(allAttributes);
    const id = idOf(await tenant.client.send("POST", "/Users", { userName: "ada", [urn]: allValues }));
    const after = async (...operations: JsonObject[]) => {
      const { status, body } = await tenant.client.send("PATCH", `/Users/${id}`, patch(...operations));
      expect(status).toBe(200);
      return body?.[urn];
    };
    expect(await after({ op: "replace", path: `${urn}:badge`, value: "B-8" })).toMatchObject({
      badge: "B-8",
      level: 3,
    });
    expect(await after({ op: "add", value: { [urn]: { level: 4 } } })).toMatchObject({ badge: "B-8", level: 4 });
    expect(await after({ op: "Add", path: `${urn}:tags`, value: ["green", "RED"] })).toMatchObject({
      tags: ["Red", "blue", "green"],
    });
    expect(await after({ op: "remove", path: `${urn}:tags[value eq "blue"]` })).toMatchObject({
      tags: ["Red", "green"],
    });
    expect(await after({ op: "replace", path: `${urn}:locker.floor`, value: "Third" })).toMatchObject({
      locker: { number: 12, floor: "Third" },
    });
    expect(await after({ op: "remove", path: `${urn}:cards[kind eq "door"]` })).toMatchObject({
      cards: [{ value: "c2" }],
    });
    const put = await tenant.client.send("PUT", `/Users/${id}`, { userName: "ada", [urn]: { badge: "B-9" } });
    expect(put.body?.[urn]).toEqual({ badge: "B-9" });
    expect(await after({ op: "remove", path: urn })).toBeUndefined();
    expect((await tenant.directory.users.find(id))?.profile).toEqual({});
  });

  it("can be added to, and not so that values are orphaned; it goes when nobody has values", async () => {
    await tenant.define([attribute("badge")]);
    const id = idOf(await tenant.client.send("POST", "/Users", { userName: "ada", [urn]: { badge: "1" } }));
    await tenant.define([attribute("badge"), attribute("level", { type: "integer" })]);
    await expect(tenant.define([attribute("level", { type: "integer" })])).rejects.toMatchObject({
      refusal: { code: "invalid_value", attribute: "attributes.badge" },
    });
    await definitionIsSeen();
    const put = await tenant.client.send("PUT", `/Users/${id}`, { userName: "ada", [urn]: { badge: "1", level: 2 } });
    expect(put.body?.[urn]).toEqual({ badge: "1", level: 2 });
    const remove = () => deleteExtensionSchema(tenant.directory.extensionSchemas, { urn, actor });
    await expect(remove()).rejects.toMatchObject({ refusal: { code: "in_use" } });
    await tenant.client.send("PATCH", `/Users/${id}`, patch({ op: "remove", path: urn }));
    await expect(remove()).resolves.toMatchObject({ urn });
    await definitionIsSeen();
    expect((await tenant.client.send("GET", `/Schemas/${urn}`)).status).toBe(404);
    expect(await tenant.find(`${urn}:badge pr`)).toBe("invalidFilter");
  });
});
