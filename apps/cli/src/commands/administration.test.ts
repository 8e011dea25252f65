import { useDatabase } from "@rollcall/test-database";
import { beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "../fixtures/command.fixture.ts";
import { newGroup, newUser, scim } from "../fixtures/scim.fixture.ts";
import { useServer } from "../fixtures/server.fixture.ts";

interface Item {
  readonly id: string;
  readonly state: string;
}

interface ListOf<TItem> {
  readonly items: readonly TItem[];
}

const database = useDatabase();
const rollcall = useServer();
let scimUrl: string;
let apiUrl: string;
beforeAll(async () => {
  ({ scimUrl, apiUrl } = (await rollcall.start({ DATABASE_URL: database.url })).instance);
});

describe("rollcall tenants", () => {
  it("shows, renames, pauses and resumes one", async () => {
    const { id } = await newTenant("Acme");
    expect(await rollcall.json(`tenants rename ${id} Globex`)).toMatchObject({ id, name: "Globex" });
    expect(await rollcall.json(`tenants pause ${id}`)).toMatchObject({ id, state: "paused" });
    const { stdout } = await rollcall.run(`tenants get ${id}`);
    expect(stdout).toMatch(/^Tenant +Globex\nId +[0-9a-f-]{36}\nState +paused\nCreated +\S+\n$/);
    expect(await rollcall.json(`tenants resume ${id}`)).toMatchObject({ id, state: "active" });
  });

  it("deletes one only when its id is repeated, and restores it", async () => {
    const { id, token } = await newTenant("Initech");
    expect((await rollcall.run(`tenants delete ${id}`)).stderr).toBe(
      "Required option '--confirm <id>' not specified.\n",
    );
    expect((await rollcall.run(`tenants delete ${id} --confirm yes`)).stderr).toBe(
      "Deleting a tenant shuts everybody of it out: repeat its id after --confirm.\n",
    );
    expect((await scim({ scimUrl, token }, "GET /Users")).status).toBe(200);

    const deleted = await rollcall.run(`tenants delete ${id} --confirm ${id}`);
    expect(deleted.stdout).toMatch(/^State +deleted$/m);
    expect(deleted.stdout).toMatch(/^Erased for good +\d{4}-/m);
    await expect.poll(async () => (await scim({ scimUrl, token }, "GET /Users")).status).toBe(401);
    expect(await rollcall.json(`tenants restore ${id}`)).toMatchObject({ id, state: "active", deletedAt: null });
    await expect.poll(async () => (await scim({ scimUrl, token }, "GET /Users")).status).toBe(200);
  });
});

describe("what scripts read with --json", () => {
  it("of a new tenant and a new token has the members that are promised", async () => {
    const tenant = await rollcall.json<Item>("tenants create Umbrella");
    expect(tenant).toMatchObject({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), name: "Umbrella" });
    expect(await rollcall.json(`tokens create --tenant ${tenant.id} --name Okta`)).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      token: expect.stringMatching(/^rlc_/),
      tenantUrl: scimUrl,
      expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
  });
});

describe("rollcall api-keys", () => {
  it("issues one with the given rights, rotates it, lists it without its secret, and revokes it", async () => {
    const { id: tenantId } = await newTenant("Hooli");
    const created = await rollcall.run(
      `api-keys create --name Billing --scope users:read groups:read --tenant ${tenantId} --expires 2027-01-31`,
    );
    const [, apiKey = "", keyId] =
      /^API key +(rlk_\w+)\nKey id +(\S+)\nScopes +users:read groups:read\nReaches +\S+\nExpires +2027-01-31T00:00:00.000Z\n/.exec(
        created.stdout,
      ) ?? [];
    const asService = { ...rollcall.variables, ROLLCALL_API_URL: apiUrl, ROLLCALL_API_KEY: apiKey };
    expect((await runCommand(`users list --tenant ${tenantId}`, asService)).code).toBe(0);
    const refused = await runCommand(`events list --tenant ${tenantId} --json`, asService);
    expect(JSON.parse(refused.stderr)).toMatchObject({ error: { code: "insufficient_scope" } });

    const successor = await rollcall.json<Item>(`api-keys rotate ${keyId} --overlap-seconds 0`);
    expect(successor).toMatchObject({ name: "Billing", apiKey: expect.stringMatching(/^rlk_/) });
    await rollcall.json(`api-keys revoke ${successor.id}`);
    const { stdout } = await rollcall.run(`api-keys list --tenant ${tenantId}`);
    expect(stdout).not.toContain("rlk_");
    expect(stdout).toMatch(new RegExp(`^${successor.id} +Billing .* revoked +users:read groups:read$`, "m"));
  });

  it.each([
    ["api-keys create --name Billing", /^Required option '--scope <scope\.\.\.>' not specified\.$/],
    [
      "api-keys create --name Billing --scope everything",
      /'everything' is invalid.* Allowed choices are tenants:read,/,
    ],
    ["api-keys create --name Billing --scope users:read --expires soon", /It must be a date like 2027-01-31/],
  ])("refuses %j", async (line, message) => {
    const { stderr } = await rollcall.run(`${line} --json`);
    expect(JSON.parse(stderr)).toEqual({ error: { code: "usage", message: expect.stringMatching(message) } });
  });
});

describe("rollcall users and groups", () => {
  it("finds people by what they are called, and says whom it did not find", async () => {
    const { id: tenantId, token } = await newTenant("Stark");
    const ada = await create({ token, route: "POST /Users", json: newUser("ada@stark.example") });
    const { stdout } = await rollcall.run(`users find --tenant ${tenantId} --user-name ADA@stark.example bob`);
    expect(stdout).toMatch(new RegExp(`^${ada} +ada@stark\\.example +yes$`, "m"));
    expect(stdout).toMatch(/^Nobody has bob\.$/m);
    expect(await rollcall.json(`users find --tenant ${tenantId} --email nobody@stark.example`)).toEqual({
      items: [],
      missing: ["nobody@stark.example"],
    });
    for (const options of ["", " --email a --external-id b"]) {
      expect((await rollcall.run(`users find --tenant ${tenantId}${options}`)).stderr).toMatch(
        /^Say by what to find users: one of --email, /,
      );
    }
  });

  it.each([
    { family: "users", path: "/Users", json: newUser("bo@wayne.example"), name: "bo@wayne.example" },
    { family: "groups", path: "/Groups", json: newGroup("Night shift"), name: "Night shift" },
  ])("lists deleted $family and restores them", async ({ family, path, json, name }) => {
    const { id: tenantId, token } = await newTenant("Wayne");
    const mine = `--tenant ${tenantId}`;
    const id = await create({ token, route: `POST ${path}`, json });
    await fetch(`${scimUrl}${path}/${id}`, { method: "DELETE", headers: { authorization: `Bearer ${token}` } });
    const { stdout } = await rollcall.run(`${family} deleted ${mine}`);
    expect(stdout).toMatch(new RegExp(`^ID +NAME +DELETED +ERASED FOR GOOD\n${id} +${name} `));
    expect((await rollcall.run(`${family} restore ${id} ${mine}`)).stdout).toMatch(/ is restored\.\n$/);
    expect((await rollcall.json<ListOf<Item>>(`${family} deleted ${mine}`)).items).toEqual([]);
    expect(await rollcall.json(`${family} get ${id} ${mine}`)).toMatchObject({ id });
  });
});

describe("rollcall audit", () => {
  it("tells what was done in a tenant, and what concerns the whole deployment", async () => {
    const { id: tenantId } = await newTenant("Cyberdyne");
    await rollcall.json(`tenants pause ${tenantId}`);
    const ofTenant = await rollcall.run(`audit list --tenant ${tenantId}`);
    expect(ofTenant.stdout).toMatch(/^RECORDED +ACTION +RESOURCE +BY +FROM\n\S+ +tenant\.paused +\S+ +api_key \S+ +\S/);
    const { id } = await rollcall.json<Item>("api-keys create --name Audit --scope audit:read");
    const page = await rollcall.json<ListOf<{ action: string; resourceId: string }>>("audit list --limit 1");
    expect(page.items).toMatchObject([{ action: "api_key.created", resourceId: id }]);
  });
});

async function newTenant(name: string): Promise<{ id: string; token: string }> {
  const { id } = await rollcall.json<Item>(`tenants create ${name}`);
  const { token } = await rollcall.json<{ token: string }>(`tokens create --tenant ${id}`);
  return { id, token };
}

/** Has an identity provider create a resource. Gives its id. */
async function create({ token, route, json }: { token: string; route: string; json: unknown }): Promise<string> {
  const { status, body } = await scim<Item>({ scimUrl, token }, route, json);
  expect(status).toBe(201);
  return body.id;
}
