import { copyFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "../fixtures/command.fixture.ts";
import { newUser, scim } from "../fixtures/scim.fixture.ts";
import { readInstance } from "../instance/instance-file.ts";
import { type RunningServer, useServer } from "../fixtures/server.fixture.ts";

interface Identified {
  readonly id: string;
}

interface EventPage {
  readonly items: readonly { readonly sequence: number }[];
}

const GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
const source = useServer();
const target = useServer();
const file = join(source.dataDir, "friday.rollcall");
let server: RunningServer;
let mine: string;
let token: string;

beforeAll(async () => {
  server = await source.start();
  mine = `--tenant ${(await source.json<Identified>("tenants create Acme")).id}`;
  ({ token } = await source.json<{ token: string }>(`tokens create ${mine} --name Okta`));
  await source.json(`simulate okta ${mine} --users 8 --groups 2`);
  await fillDirectory({ scimUrl: server.instance.scimUrl, token });
});

describe("rollcall backup and restore", () => {
  it("backs up a Rollcall that runs, into a file for its owner alone", async () => {
    const backup = await source.json<{ tables: { name: string; rows: number }[] }>(`backup ${file}`);
    expect(backup).toMatchObject({ file, bytes: statSync(file).size, pepperIn: join(source.dataDir, "secrets.json") });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const filled = backup.tables.filter(({ rows }) => rows > 0).map(({ name }) => name);
    const expected = ["tenants", "tokens", "users", "groups", "memberships", "nestings", "deletions", "api_keys"];
    expect(filled).toEqual(expect.arrayContaining([...expected, "feeds", "connections", "audit_entries"]));
    const again = await source.run(`backup ${file}`);
    expect(again).toMatchObject({
      code: 1,
      stdout: "",
      stderr: `${file} is there already; name a file that is not.\n`,
    });
  });

  it("backs one up that is stopped, and then says the same", async () => {
    server.process.kill("SIGTERM");
    await server.ended;
    rmSync(file);
    const { code, stdout, stderr } = await source.run(`backup ${file}`);
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining("wrote users: ") });
    expect(stdout).toMatch(/rows of \d+ tables in \d+ bytes\n\nThe file does not hold the pepper.*secrets\.json/);
  });

  it("restores it into a new data folder, where the same token and the same admin key work and events go on", async () => {
    copyFileSync(join(source.dataDir, "secrets.json"), join(target.dataDir, "secrets.json"));
    const restored = await target.json(`restore ${file}`);
    expect(restored).toMatchObject({ file, rollcallVersion: "0.1.0", tables: expect.any(Array) });

    const { instance } = await target.start();
    const old = await target.json<EventPage>(`events list ${mine} --limit 1000`);
    const access = { scimUrl: instance.scimUrl, token };
    expect((await scim(access, "POST /Users", newUser("after@acme.example"))).status).toBe(201);
    const last = old.items.at(-1)?.sequence ?? 0;
    await expect
      .poll(async () => (await target.json<EventPage>(`events list ${mine} --after ${last}`)).items)
      .toMatchObject([{ sequence: last + 1, type: "user.created" }]);
  });

  it("refuses a database that is in use or has rows", async () => {
    const { code, stderr } = await target.run(`restore ${file}`);
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining("already running") });
    const databaseUrl = readInstance(target.dataDir)?.databaseUrl ?? "";
    const other = await runCommand(`restore ${file} --json`, { ...target.variables, DATABASE_URL: databaseUrl });
    expect(other.stderr).toContain('{"error":{"code":"backup","message":"The database has rows already (in ');
  });
});

/** A group within a group, with a user who was and one who is. */
async function fillDirectory(access: { readonly scimUrl: string; readonly token: string }): Promise<void> {
  const ada = await scim<Identified>(access, "POST /Users", newUser("ada@acme.example"));
  const gone = await scim<Identified>(access, "POST /Users", newUser("gone@acme.example"));
  const inner = { schemas: [GROUP], displayName: "Inner", members: [{ value: ada.body.id }, { value: gone.body.id }] };
  const { body } = await scim<Identified>(access, "POST /Groups", inner);
  const outer = { schemas: [GROUP], displayName: "Outer", members: [{ value: body.id, type: "Group" }] };
  expect(await scim(access, "POST /Groups", outer)).toMatchObject({ status: 201 });
  const response = await fetch(`${access.scimUrl}/Users/${gone.body.id}`, {
    method: "DELETE",
    headers: { authorization: `Bearer ${access.token}` },
  });
  expect(response.status).toBe(204);
}
