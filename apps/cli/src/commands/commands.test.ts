import { statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { type Run, runCommand, spawnCommand } from "../fixtures/command.fixture.ts";
import { newUser, scim } from "../fixtures/scim.fixture.ts";
import { type RunningServer, useServer } from "../fixtures/server.fixture.ts";

interface Named {
  readonly id: string;
  readonly name: string;
}

interface Issued {
  readonly id: string;
  readonly token: string;
}

interface ListOf<TItem> {
  readonly items: readonly TItem[];
}

const rollcall = useServer();
let server: RunningServer;
let tenant: Named;
beforeAll(async () => {
  server = await rollcall.start();
  tenant = await rollcall.json<Named>("tenants create Acme");
});

describe("rollcall start", () => {
  it("says where everything is, shows the admin key, and keeps secrets from other users", () => {
    const { scimUrl, apiUrl, adminKey } = server.instance;
    const lastLine = server.output.stdout.trimEnd().split("\n").at(-1);
    expect(lastLine).toBe(`Rollcall is ready: SCIM ${scimUrl} · API ${apiUrl}`);
    expect(server.output.stdout).toContain(adminKey);
    for (const file of ["instance.json", "secrets.json"]) {
      expect(statSync(join(rollcall.dataDir, file)).mode & 0o777).toBe(0o600);
    }
    expect(statSync(rollcall.dataDir).mode & 0o066).toBe(0);
  });

  it("refuses to start twice on one data folder", async () => {
    const { pid, apiUrl } = server.instance;
    expect(await rollcall.run("start")).toEqual({
      code: 1,
      stdout: "",
      stderr: `Rollcall is already running on ${rollcall.dataDir}, as process ${pid} with its API at ${apiUrl}.\n`,
    });
  });
});

describe("rollcall tenants", () => {
  it("creates one and tells what to do next", async () => {
    const { code, stdout } = await rollcall.run("tenants create Globex");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Tenant {2}Globex\nId {6}[0-9a-f-]{36}\n\nNext: npx rollcall tokens create --tenant /);
  });

  it("lists them in pages", async () => {
    const page = await rollcall.json<ListOf<Named> & { nextCursor: string }>("tenants list --limit 1");
    expect(page.items).toMatchObject([{ id: tenant.id, name: "Acme" }]);
    const { stdout } = await rollcall.run(`tenants list --cursor ${page.nextCursor}`);
    expect(stdout).toMatch(/^ID +NAME +CREATED +STATE\n.* Globex .* active$/m);
  });

  it("shows no control characters of a name to the terminal", async () => {
    await rollcall.json("tenants create Evil\u001b[2J");
    expect((await rollcall.run("tenants list")).stdout).toContain("Evil\ufffd[2J");
  });
});

describe("rollcall connections", () => {
  it("creates, pauses and lists them", async () => {
    const mine = `--tenant ${tenant.id}`;
    const { id } = await rollcall.json<Named>(`connections create ${mine} --name Entra --identity-provider entra`);
    const paused = await rollcall.json(`connections update ${id} ${mine} --state paused`);
    expect(paused).toMatchObject({ id, name: "Entra", identityProvider: "entra", state: "paused" });
    const { stdout } = await rollcall.run(`connections list ${mine}`);
    expect(stdout).toContain(`${id}  Entra    entra  paused`);
  });
});

describe("rollcall tokens", () => {
  it("issues one that opens SCIM, rotates it in Okta's words, and revokes it", async () => {
    const mine = `--tenant ${(await rollcall.json<Named>("tenants create Initech")).id}`;
    const issued = await rollcall.json<Issued>(`tokens create ${mine} --name Okta`);
    const { scimUrl } = server.instance;
    expect(issued).toMatchObject({ name: "Okta", tenantUrl: scimUrl, expiresAt: expect.any(String) });
    const access = { scimUrl, token: issued.token };
    expect((await scim(access, "POST /Users", newUser("ada@initech.example"))).status).toBe(201);
    const users = await rollcall.json<ListOf<Named>>(`users list ${mine}`);
    expect(users.items).toMatchObject([{ userName: "ada@initech.example" }]);

    const rotated = await rollcall.run(`tokens rotate ${issued.id} ${mine} --overlap-seconds 0`);
    expect(rotated.stdout).toMatch(/^Tenant URL {4}http.*\nSecret Token {2}rlc_\w+\n/);
    const list = await rollcall.run(`tokens list ${mine}`);
    expect(list.stdout).not.toContain("rlc_");
    expect(list.stdout).toMatch(/Okta +\w{4} +\S+ +never +live\n/);
    const [successor] = (await rollcall.json<ListOf<Named>>(`tokens list ${mine}`)).items;
    const revoked = await rollcall.json(`tokens revoke ${successor?.id} ${mine}`);
    expect(revoked).toMatchObject({ id: successor?.id, revokedAt: expect.any(String) });
  });
});

describe("rollcall simulate okta", () => {
  it("meets every requirement, and the directory can be read afterwards", async () => {
    const mine = `--tenant ${tenant.id}`;
    const { code, stdout } = await rollcall.run(`simulate okta ${mine} --users 8 --groups 2`);
    expect(stdout).toContain("Test API Credentials");
    expect(stdout).toMatch(/all \d+ requirements are met\n$/);
    expect(code).toBe(0);

    const [group] = (await rollcall.json<ListOf<Named>>(`groups list ${mine}`)).items;
    expect((await rollcall.run(`groups get ${group?.id} ${mine}`)).stdout).toContain("displayName");
    const [member] = (await rollcall.json<ListOf<Named>>(`groups members ${group?.id} ${mine}`)).items;
    const groups = await rollcall.json<ListOf<Named>>(`users groups ${member?.id} ${mine}`);
    expect(groups.items.map(({ id }) => id)).toContain(group?.id);
    expect((await rollcall.run(`users get ${member?.id} ${mine}`)).stdout).toMatch(/^Id +.*\nuserName +\S+@/);
  });

  it("prints the report as JSON, and leaves no live token behind", async () => {
    const report = await rollcall.json(
      `simulate okta --tenant ${tenant.id} --users 4 --groups 1 --app test-app --seed 2`,
    );
    expect(report).toMatchObject({ unmet: 0 });
    expect(await liveTokens(tenant.id)).toEqual([]);
  });

  it("takes a token from stdin, whose refusal by SCIM fails the run", async () => {
    const run = spawnCommand("simulate okta --token-stdin --users 8 --groups 2", rollcall.variables);
    run.process.stdin?.end("rlc_unknown\n");
    expect(await run.ended).toBe(1);
    expect(run.output.stdout).toMatch(/requirements are not met/);
  });

  it("revokes its token when it is interrupted", async () => {
    const run = spawnCommand(`simulate okta --tenant ${tenant.id} --users 400 --seed 7`, rollcall.variables);
    await untilLines(run, 1);
    run.process.kill("SIGINT");
    expect(await run.ended).toBe(1);
    expect(run.output.stderr).toBe("The simulation was interrupted; what it had pushed stays.\n");
    expect(await liveTokens(tenant.id)).toEqual([]);
  });
});

describe("rollcall events", () => {
  it("reads the feed from where one left off", async () => {
    const page = await rollcall.json<ListOf<{ sequence: number }>>(
      `events list --tenant ${tenant.id} --after 2 --limit 3`,
    );
    expect(page.items.map(({ sequence }) => sequence)).toEqual([3, 4, 5]);
  });

  it("follows the feed until Ctrl-C, one JSON value to a line", async () => {
    const { id } = await rollcall.json<Named>("tenants create Hooli");
    const run = spawnCommand(`events list --tenant ${id} --follow --json`, rollcall.variables);
    await untilLines(run, 2);
    await rollcall.json(`connections create --tenant ${id} --name Second`);
    await untilLines(run, 3);
    run.process.kill("SIGINT");
    expect(await run.ended).toBe(0);
    const lines = run.output.stdout.trimEnd().split("\n");
    const events = lines.map((line): { sequence: number; type: string } => JSON.parse(line));
    expect(events.map(({ sequence, type }) => [sequence, type])).toEqual([
      [1, "tenant.created"],
      [2, "connection.created"],
      [3, "connection.created"],
    ]);
  });
});

describe("rollcall status", () => {
  it("shows both ports and the totals of tenants", async () => {
    const status = await rollcall.json<{ tenants: readonly Named[] }>("status");
    const { scimUrl, apiUrl, pid } = server.instance;
    expect(status).toMatchObject({
      pid,
      scim: { url: scimUrl, health: "ready" },
      api: { url: apiUrl, health: "ready" },
    });
    expect(status.tenants[0]).toMatchObject({ id: tenant.id, name: "Acme", users: expect.any(Number) });
  });
});

describe("errors", () => {
  const nobody = "01935f20-1111-7222-8333-944455556666";
  it.each([
    ["users list", "usage", /^Required option '--tenant <id>' not specified\.$/],
    ["nonsense", "usage", /^Unknown command 'nonsense'\.$/],
    ["simulate okta", "usage", /--tenant ID, or --token-stdin/],
    ["simulate okta --tenant x --users few", "usage", /whole number/],
    [`simulate okta --tenant ${nobody}`, "not_found", /^There is no tenant with the id "[^"]+"\.$/],
    ["tenants create ", "invalid_input", /^name: .*[^.]\.$/],
    ["users get no-id --tenant no-id", "invalid_input", /Invalid UUID/],
  ])("of %j have a code and one sentence, on stderr only", async (line, code, message) => {
    const { stdout, stderr, ...asJson } = await rollcall.run(`${line} --json`);
    expect([asJson.code, stdout]).toEqual([1, ""]);
    expect(JSON.parse(stderr)).toEqual({ error: { code, message: expect.stringMatching(message) } });
    const asText = await rollcall.run(line);
    expect([asText.code, asText.stdout, asText.stderr]).toEqual([1, "", expect.stringMatching(/^[^\n]+\n$/)]);
  });
});

describe("another machine's Rollcall", () => {
  const elsewhere = { ROLLCALL_DATA_DIR: "/nonexistent/rollcall" };

  it("is administered by URL and key, and a wrong key is refused", async () => {
    const { apiUrl, adminKey } = server.instance;
    const remote = { ...elsewhere, ROLLCALL_API_URL: apiUrl };
    const { stdout } = await runCommand("tenants list", { ...remote, ROLLCALL_API_KEY: adminKey });
    expect(stdout).toContain(tenant.id);
    const refused = await runCommand("tenants list", { ...remote, ROLLCALL_API_KEY: "rlk_wrong" });
    expect(refused).toEqual({ code: 1, stdout: "", stderr: "There is no valid credential.\n" });
  });

  it("that does not answer is said so in one line", async () => {
    const remote = { ...elsewhere, ROLLCALL_API_URL: "http://127.0.0.1:3999", ROLLCALL_API_KEY: "rlk_x" };
    const { code, stderr } = await runCommand("tenants list", remote);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^Rollcall's API does not answer: .*ECONNREFUSED.*\n$/)]);
  });
});

async function liveTokens(tenantId: string): Promise<readonly unknown[]> {
  const { items } = await rollcall.json<ListOf<{ revokedAt: string | null }>>(`tokens list --tenant ${tenantId}`);
  return items.filter(({ revokedAt }) => revokedAt === null);
}

async function untilLines({ output }: Run, count: number): Promise<void> {
  while (output.stdout.split("\n").length <= count) await sleep(20);
}
