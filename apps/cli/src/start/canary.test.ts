import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { useDatabase } from "@rollcall/test-database";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, useServer } from "../fixtures/server.fixture.ts";

const database = useDatabase();
const rollcall = useServer();

const PEPPER = "c4n4ry-of-the-pepper-3f0b7a1d9e6c";
const CANARY = /c4n4ry/i;
const PASSWORD = "c4n4ry-Pa55word";
const EMAIL = "c4n4ry@acme.example";
const NAME = "Zoë C4n4ry";
/** As a client that mistakes something for a token would send it. */
const WRONG_BEARER = "c4n4ry.of.another.system";
/** More than the facade takes. */
const TOO_LONG = 16 * 1024 * 1024 + 1;

let server: RunningServer;
let admin: Client;
let token: string;
let tenantId: string;
const answers: { readonly status: number; readonly text: string }[] = [];

beforeAll(async () => {
  server = await rollcall.start({
    DATABASE_URL: database.url,
    ROLLCALL_PEPPER: PEPPER,
    ROLLCALL_LOG_LEVEL: "trace",
  });
  admin = new Client(database.url);
  await admin.connect();
  ({ id: tenantId } = await rollcall.json<{ id: string }>("tenants create Acme"));
  ({ token } = await rollcall.json<{ token: string }>(`tokens create --tenant ${tenantId}`));
  await sendEverything();
  await admin.query("alter table users rename to users_elsewhere");
  await sendEverything();
  await admin.query("alter table users_elsewhere rename to users");
  await admin.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()",
  );
  await sendEverything();
}, 120_000);
afterAll(() => admin.end());

const user = {
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
  userName: EMAIL,
  name: { formatted: NAME },
  displayName: NAME,
  emails: [{ value: EMAIL, primary: true }],
  password: PASSWORD,
};

/** Canaries in every place that a request has, with credentials that are right, wrong and misplaced. */
async function sendEverything(): Promise<void> {
  const { scimUrl, apiUrl, adminKey } = server.instance;
  const query = `?filter=${encodeURIComponent(`userName eq "${EMAIL}"`)}&access_token=${token}&x=${WRONG_BEARER}`;
  const patch = { Operations: [{ op: "replace", value: { password: PASSWORD, "name.familyName": NAME } }] };
  const bodies = [
    JSON.stringify(user),
    JSON.stringify(user),
    JSON.stringify({ ...user, userName: 5, emails: EMAIL }),
    JSON.stringify({ ...user, active: PASSWORD }),
    `${JSON.stringify(user)}${token}{`,
    JSON.stringify({ ...user, nickName: NAME.padEnd(TOO_LONG, "x") }),
  ];
  for (const bearer of [token, WRONG_BEARER, `${token.slice(0, -1)}_`, adminKey]) {
    for (const body of bodies) await send("POST", `${scimUrl}/Users`, { bearer, body });
    await send("GET", `${scimUrl}/Users${query}`, { bearer });
    await send("GET", `${scimUrl}/Users/${EMAIL}`, { bearer });
    await send("PATCH", `${scimUrl}/Users/${EMAIL}`, { bearer, body: JSON.stringify(patch) });
    await send("POST", `${scimUrl}/Bulk`, { bearer, body: bulkOf(user) });
    await send("GET", `${apiUrl}/api/v1/tenants/${tenantId}/users${query}`, { bearer });
    await send("POST", `${apiUrl}/api/v1/tenants/${tenantId}/users`, { bearer, body: JSON.stringify(user) });
    await send("POST", `${apiUrl}/api/v1/tenants/${tenantId}/users`, { bearer, body: `{"userName":"${EMAIL}"}` });
    await send("POST", `${apiUrl}/trpc/users.create`, { bearer, body: `${JSON.stringify({ token, EMAIL })}{` });
    await send("GET", `${apiUrl}/trpc/users.search?input=${encodeURIComponent(JSON.stringify(user))}`, { bearer });
  }
}

function bulkOf(data: unknown): string {
  const schemas = ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"];
  return JSON.stringify({ schemas, Operations: [{ method: "POST", path: "/Users", bulkId: NAME, data }] });
}

async function send(method: string, url: string, { bearer, body }: { bearer: string; body?: string }): Promise<void> {
  const answered = fetch(url, {
    method,
    headers: {
      authorization: `Bearer ${bearer}`,
      "content-type": url.startsWith(server.instance.scimUrl) ? "application/scim+json" : "application/json",
      "idempotency-key": "key",
      "x-canary": WRONG_BEARER,
      cookie: `session=${token}`,
    },
    ...(body !== undefined && { body }),
  });
  // Who sends too much may be cut off before the answer is read.
  const response = await answered.catch(() => undefined);
  if (response !== undefined) answers.push({ status: response.status, text: await response.text() });
}

/** What opens something, in every form in which it could be written down. */
function secrets(): readonly string[] {
  const texts = [token, server.instance.adminKey, PEPPER];
  // Without the prefix, the public part and the checksum.
  const bare = [token.slice(-49, -6), server.instance.adminKey.slice(-49, -6)];
  return [...texts, ...bare].flatMap((text) => [text, Buffer.from(text).toString("hex")]);
}

describe("canaries in headers, queries, bodies, broken JSON and faults", () => {
  it("were taken in, refused, too much, and met by faults", () => {
    for (const status of [200, 201, 400, 401, 404, 409, 500]) {
      expect(answers.filter((answer) => answer.status === status).length, String(status)).toBeGreaterThan(0);
    }
  });

  it("are not in the logs", () => {
    const { stdout, stderr } = server.output;
    expect(stderr).toContain("request failed");
    expect(stderr.split("\n").filter((line) => CANARY.test(line))).toEqual([]);
    expect(secrets().filter((secret) => stderr.includes(secret))).toEqual([]);
    expect(stdout).not.toMatch(CANARY);
    expect(stdout).not.toContain(token);
  });

  it("are not in the metrics", async () => {
    for (const url of [server.instance.apiUrl, new URL(server.instance.scimUrl).origin]) {
      const metrics = await (await fetch(`${url}/metrics`)).text();
      expect(metrics).not.toMatch(CANARY);
      expect(secrets().filter((secret) => metrics.includes(secret))).toEqual([]);
    }
  });

  it("are not in answers: no secret in any, and nothing at all in those of a fault", () => {
    const all = answers.map(({ text }) => text).join("\n");
    expect([...secrets(), PASSWORD, WRONG_BEARER].filter((secret) => all.includes(secret))).toEqual([]);
    const faults = answers.filter(({ status }) => status >= 500).map(({ text }) => text);
    expect(faults.filter((text) => CANARY.test(text) || /select|relation|users_|\.ts\b/.test(text))).toEqual([]);
  });

  it("are not in the database, but for what a directory is there for", async () => {
    const dump = await dumpTables();
    expect(dump).toContain(EMAIL);
    expect([...secrets(), PASSWORD, WRONG_BEARER].filter((secret) => dump.includes(secret))).toEqual([]);
  });
});

describe("secrets of the deployment", () => {
  it("are in files for the owner alone, and on no command line", () => {
    for (const file of ["secrets.json", "instance.json"]) {
      expect(statSync(join(rollcall.dataDir, file)).mode & 0o777).toBe(0o600);
    }
    const password = new URL(database.url).password;
    const lines = commandLines();
    expect(lines.some((line) => line.includes("main.ts\0start"))).toBe(true);
    const shown = [...secrets(), password].filter((secret) => lines.some((line) => line.includes(secret)));
    expect(shown).toEqual([]);
  });
});

/** All rows of all tables, as text. */
async function dumpTables(): Promise<string> {
  const { rows: tables } = await admin.query<{ name: string }>(
    "select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public'",
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await admin.query<{ row: string }>(`select t::text as row from ${name} t`);
    texts.push(...rows.map(({ row }) => row));
  }
  return texts.join("\n");
}

/** Of all processes of this machine. */
function commandLines(): readonly string[] {
  return readdirSync("/proc").flatMap((pid) => {
    try {
      return /^\d+$/.test(pid) ? [readFileSync(`/proc/${pid}/cmdline`, "utf8")] : [];
    } catch {
      // Gone meanwhile.
      return [];
    }
  });
}
