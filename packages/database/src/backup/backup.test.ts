import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import {
  createApiKey,
  createGroup,
  createTenant,
  createToken,
  createTokenAuthenticator,
  createUser,
  deleteUser,
  fullAccess,
  newId,
  strictGroupRules,
} from "@rollcall/domain";
import { connectTo, useDatabase } from "@rollcall/test-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrate } from "../migration/migrate.ts";
import { type Database, openDatabase } from "../open-database.ts";
import { backupTables } from "./backup-tables.ts";
import { restoreBackup } from "./restore-backup.ts";
import { writeBackup } from "./write-backup.ts";

const source = useDatabase({ locked: true });
const target = useDatabase({ migrated: false });
const refusing = useDatabase();
const actor = { kind: "api_key", id: newId() } as const;
const pepper = "pepper";
const MANY = 50_000;
/** Everything that the text format of COPY escapes. */
const AWKWARD = "tab\tline\nreturn\r\\. \\N null 'quote' \u{1f600}";
const folder = mkdtempSync(join(tmpdir(), "rollcall-backup-"));
const file = join(folder, "backup");
let tenantId: string;
let token: string;

beforeAll(async () => {
  await using database = held(openDatabase({ databaseUrl: source.url }));
  ({ tenantId, token } = await fill(database.value));
  await using admin = await connectTo(source.url);
  await admin.query(
    `insert into audit_entries (tenant_id, id, action, resource_id)
     select $1, gen_random_uuid(), $2, n from generate_series(1, ${MANY}) n`,
    [tenantId, AWKWARD],
  );
  await writeBackup({ databaseUrl: source.url, file, rollcallVersion: "1.2.3" });
});
afterAll(() => rmSync(folder, { recursive: true }));

it("every table of the schema is in a backup", async () => {
  await using admin = await connectTo(source.url);
  const names = await admin.query(
    "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')",
  );
  expect([...backupTables, "kysely_migration"].toSorted()).toEqual(names.flat().map(String).toSorted());
});

describe("a backup restored into a new database", () => {
  it("has the same rows in every table, locked as before, by an owner whom row-level security binds", async () => {
    const owner = await asOwner(target.url);
    const { header } = await restoreBackup({ databaseUrl: owner, file });
    expect(header.rollcallVersion).toBe("1.2.3");
    const rows = await hashes(source.url);
    expect(await hashes(target.url)).toEqual(rows);
    const filled = ["api_keys", "deletions", "events", "memberships", "nestings", "outbox", "tokens", "users"];
    expect(filled.filter((name) => rows[name] === null)).toEqual([]);
    expect(await lockedTables(target.url)).toEqual(await lockedTables(source.url));
    await expect(writeBackup({ databaseUrl: owner, file: `${file}-2`, rollcallVersion: "" })).rejects.toThrow(
      "name a superuser or a role with BYPASSRLS",
    );
  });

  it("accepts the same token, and numbers the events that had no number yet after the others", async () => {
    await using database = held(openDatabase({ databaseUrl: target.url }));
    const { openDirectory, sequencer } = database.value;
    const authenticate = createTokenAuthenticator({ openDirectory, pepper, onTouchError: () => undefined });
    expect(await authenticate(token)).toMatchObject({ tenantId });
    const { events } = openDirectory(tenantId);
    const before = await events.list({ after: 0, count: 100 });
    await sequencer.numberEvents(tenantId, 100);
    const all = await events.list({ after: 0, count: 100 });
    expect(all.length).toBeGreaterThan(before.length);
    expect(all.map(({ sequence }) => sequence)).toEqual(all.map((_, index) => index + 1));
    expect(all.slice(0, before.length)).toEqual(before);
  });

  it("is refused for its rows when it is the target again", async () => {
    await expect(restoreBackup({ databaseUrl: target.url, file })).rejects.toThrow(/^The database has rows already/);
  });
});

it("a backup of an older schema is brought up to date together with its rows", async () => {
  const [old, fresh] = [await newDatabase(), await newDatabase()];
  await migrate({ databaseUrl: old, through: "0004-extension-schemas" });
  await using admin = await connectTo(old);
  await admin.query(
    "insert into api_keys (id, name, digest, hint, created_at) values (gen_random_uuid(), 'a', 'd', 'h', now())",
  );
  await writeBackup({ databaseUrl: old, file: `${file}-old`, rollcallVersion: "0.0.4" });
  await restoreBackup({ databaseUrl: fresh, file: `${file}-old` });
  await migrate({ databaseUrl: old });
  expect(await hashes(fresh)).toEqual(await hashes(old));
  await expect(restoreBackup({ databaseUrl: refusing.url, file: `${file}-old` })).rejects.toThrow(
    "restore into a new database",
  );
});

describe("a file that is not whole", () => {
  const damaged = join(folder, "damaged");
  const refusal = async (content: Buffer) => {
    writeFileSync(damaged, content);
    const error = await restoreBackup({ databaseUrl: refusing.url, file: damaged }).catch((error: unknown) => error);
    expect(Object.values(await hashes(refusing.url)).filter((hash) => hash !== null)).toEqual([]);
    return error instanceof Error ? `${error.name}: ${error.message}` : "restored";
  };

  it("is refused wherever a byte differs or it ends", async () => {
    const whole = readFileSync(file);
    for (const share of [0.01, 0.5, 0.9]) {
      const at = Math.floor(whole.length * share);
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await refusal(changed)).toMatch(/^BackupError: .* is damaged or incomplete, so nothing was restored: /);
      expect(await refusal(whole.subarray(0, at))).toMatch(/^BackupError: .* is damaged or incomplete/);
    }
    expect(await refusal(whole.subarray(0, -1))).toMatch(/is damaged or incomplete/);
  });

  it("is refused when its text was changed and packed again", async () => {
    const text = gunzipSync(readFileSync(file)).toString();
    expect(await refusal(gzipSync(text.replace("ada@", "eve@")))).toMatch(/are not those that were written/);
    expect(await refusal(gzipSync(text.replace(/\n\{"name":"users".*/s, "\n")))).toMatch(/it ends too early/);
    expect(await refusal(gzipSync(`${text}more\n`))).toMatch(/something follows its last table/);
  });

  it("is refused when it is of another kind, or newer than this code", async () => {
    const text = gunzipSync(readFileSync(file)).toString();
    expect(await refusal(Buffer.from("PGDMP"))).toMatch(/is not a backup that Rollcall made/);
    expect(await refusal(gzipSync("{}\n"))).toMatch(/is not a backup that Rollcall made/);
    expect(await refusal(gzipSync(text.replace('"version":1', '"version":2')))).toMatch(/has version 2 of the format/);
    const newer = text.replace('"migrations":[', '"migrations":["9999-later",');
    expect(await refusal(gzipSync(newer))).toMatch(/whose schema this version does not know \(it has 9999-later/);
  });
});

it("a file that is there is never written over", async () => {
  const options = { databaseUrl: source.url, file, rollcallVersion: "" };
  await expect(writeBackup(options)).rejects.toThrow("is there already");
  await expect(writeBackup({ ...options, file: "/nowhere/backup" })).rejects.toThrow(/cannot be written: ENOENT/);
});

/** A tenant with something of every kind; its last events have no number yet. */
async function fill({ openDirectory, openPlatform, sequencer }: Database) {
  const { tenants, apiKeys } = openPlatform({ requestId: "request", ipAddress: "192.0.2.1" });
  const { tenant, connection } = await createTenant(tenants, { name: AWKWARD, identityProvider: "okta", actor });
  const directory = openDirectory(tenant.id);
  const made = { origin: "idp", connectionId: connection.id, actor } as const;
  const newUser = (userName: string) =>
    createUser(directory.users, { draft: { userName, externalId: null, active: true, profile: {} }, ...made });
  const newGroup = (displayName: string, memberIds: string[]) =>
    createGroup(directory.groups, {
      draft: { displayName, externalId: null },
      memberIds,
      ...made,
      rules: strictGroupRules,
    });
  const maker = { actor, scopes: fullAccess, tenantId: null };
  await createApiKey({ apiKeys, tenants, pepper }, { name: "Reports", scopes: ["users:read"], maker });
  const issued = await createToken(
    { tokens: directory.tokens, pepper },
    { tenantId: tenant.id, connectionId: connection.id, name: "Okta", actor },
  );
  const [ada, gone] = [await newUser("ada@acme.example"), await newUser("gone@acme.example")];
  const inner = await newGroup("Inner", [ada.id, gone.id]);
  await sequencer.numberEvents(tenant.id, 100);
  await newGroup("Outer", [inner.id]);
  await deleteUser(directory.users, { id: gone.id, actor });
  return { tenantId: tenant.id, token: issued.secret };
}

/** One hash for each table, over its rows in any order; null without rows. */
async function hashes(url: string): Promise<Record<string, unknown>> {
  await using admin = await connectTo(url);
  const hashOf: Record<string, unknown> = {};
  for (const name of backupTables) {
    const [row] = await admin.query(`select md5(string_agg(md5(t::text), '' order by md5(t::text))) from ${name} t`);
    hashOf[name] = row?.[0] ?? null;
  }
  return hashOf;
}

async function lockedTables(url: string): Promise<unknown> {
  await using admin = await connectTo(url);
  const names = await admin.query(
    "select relname from pg_class where relforcerowsecurity and relrowsecurity order by 1",
  );
  expect(names).not.toEqual([]);
  return names;
}

/** The database given to a user who may make roles, and no more. */
async function asOwner(url: string): Promise<string> {
  await using admin = await connectTo(url);
  const login = `owner_${newId().slice(-12)}`;
  const name = new URL(url).pathname.slice(1);
  await admin.query(`create role ${login} login createrole password 'test'`);
  await admin.query(`alter database ${name} owner to ${login}`);
  const roles = ["app", "platform", "worker", "retention"].map((role) => `rollcall_${role}`).join(", ");
  await admin.query(`grant ${roles} to ${login}`);
  return Object.assign(new URL(url), { username: login, password: "test" }).href;
}

async function newDatabase(): Promise<string> {
  await using admin = await connectTo(source.url);
  const url = new URL(source.url);
  url.pathname = `${url.pathname}_${newId().slice(-8)}`;
  await admin.query(`create database ${url.pathname.slice(1)} template template0`);
  return url.href;
}

function held(value: Database) {
  return { value, [Symbol.asyncDispose]: () => value.close() };
}
