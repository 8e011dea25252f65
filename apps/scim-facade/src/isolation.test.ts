import { useDatabase } from "@rollcall/test-database";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { idOf, type ScimClient, scimClient } from "./scim-client.fixture.ts";
import { type ServedFacade, serveFacade } from "./serve-facade.fixture.ts";

const testDatabase = useDatabase();
const lockedDatabase = useDatabase({ locked: true });
let facade: ServedFacade;
let ours: ScimClient;
let theirs: ScimClient;
let theirUser: string;
let theirGroup: string;

beforeAll(async () => {
  facade = await serveFacade(testDatabase.url);
  ours = scimClient(facade.url, (await facade.newTenant()).token);
  theirs = scimClient(facade.url, (await facade.newTenant()).token);
  theirUser = idOf(await theirs.send("POST", "/Users", { userName: "theirs@x.io", externalId: "E1" }));
  theirGroup = idOf(await theirs.send("POST", "/Groups", { displayName: "Theirs", members: [{ value: theirUser }] }));
});
afterAll(() => facade.close());

const random = "00000000-0000-7000-8000-000000000000";
const deactivate = { Operations: [{ op: "replace", value: { active: false } }] };

describe("another tenant's", () => {
  const clearMembers = { Operations: [{ op: "remove", path: "members" }] };
  const resources = [
    { path: "/Users", id: () => theirUser, put: { userName: "stolen@x.io" }, patch: deactivate },
    { path: "/Groups", id: () => theirGroup, put: { displayName: "Stolen" }, patch: clearMembers },
  ];

  it.each(resources)("resource in $path answers like one that never was, and stays as it is", async (resource) => {
    const { path, put, patch } = resource;
    const id = resource.id();
    const before = await theirs.send("GET", `${path}/${id}`);
    for (const [method, body] of [["GET"], ["PUT", put], ["PATCH", patch], ["DELETE"]] as const) {
      const real = await ours.send(method, `${path}/${id}`, body);
      const never = await ours.send(method, `${path}/${random}`, body);
      expect(real.status).toBe(404);
      expect(JSON.stringify(real.body).replace(id, random)).toBe(JSON.stringify(never.body));
      expect([...real.headers.keys()]).toEqual([...never.headers.keys()]);
    }
    expect((await theirs.send("GET", `${path}/${id}`)).body).toEqual(before.body);
  });

  it("user cannot become a member of our group, alone or among our own", async () => {
    const own = idOf(await ours.send("POST", "/Users", { userName: "own@x.io" }));
    const group = idOf(await ours.send("POST", "/Groups", { displayName: "Ours" }));
    const add = { Operations: [{ op: "add", path: "members", value: [{ value: own }, { value: theirUser }] }] };
    expect((await ours.send("PATCH", `/Groups/${group}`, add)).status).toBe(400);
    expect((await ours.send("GET", `/Groups/${group}`)).body?.["members"]).toEqual([]);
    expect(JSON.stringify((await theirs.send("GET", `/Users/${theirUser}`)).body)).not.toContain(group);
  });

  it("names are free for us, and never found by us", async () => {
    expect((await ours.send("POST", "/Users", { userName: "theirs@x.io", externalId: "E1" })).status).toBe(201);
    const found = await ours.send("GET", `/Users?filter=${encodeURIComponent(`id eq "${theirUser}"`)}`);
    expect(found.body).toMatchObject({ totalResults: 0 });
  });

  it("answers never cross when both ask at once", async () => {
    const ask = async (client: ScimClient, name: string) => {
      const { body } = await client.send("GET", `/Users?filter=${encodeURIComponent('userName eq "theirs@x.io"')}`);
      return [name, Object(Array.isArray(body?.["Resources"]) ? body["Resources"][0] : {}).id === theirUser];
    };
    const asked = Array.from({ length: 300 }, (_, n) => (n % 2 === 0 ? ask(ours, "ours") : ask(theirs, "theirs")));
    for (const [name, isTheirs] of await Promise.all(asked)) expect(isTheirs).toBe(name === "theirs");
  });
});

describe("row-level security", () => {
  it("is on and forced for every table whose rows all have a tenant", async () => {
    const admin = new Client(lockedDatabase.url);
    await admin.connect();
    const { rows } = await admin.query(`
      select c.relname, c.relrowsecurity and c.relforcerowsecurity as forced,
        (select count(*) from pg_policy where polrelid = c.oid and polqual is not null and polwithcheck is not null)::int as policies
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull and not a.attisdropped
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`);
    await admin.end();
    expect(rows.length).toBeGreaterThanOrEqual(9);
    expect(rows.filter((row) => !row.forced || row.policies < 1)).toEqual([]);
  });
});
