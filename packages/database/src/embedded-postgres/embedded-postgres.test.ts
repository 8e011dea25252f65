import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { testBinariesDir } from "@rollcall/test-database";
import { Client } from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from "./embedded-postgres.ts";

const binariesDir = testBinariesDir();
const cleanups: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

describe("startEmbeddedPostgres", () => {
  it("creates a durable cluster, speaks SQL, and leaves no process behind", async () => {
    const stateDir = temporaryDir();
    const steps: string[] = [];
    const postgres = await start({ stateDir, onProgress: (step) => steps.push(step) });

    expect(steps).toContain("creating the database cluster");
    expect(await valueOf(postgres.url(), "select 1 + 1")).toBe(2);
    expect(await valueOf(postgres.url(), "show fsync")).toBe("on");
    expect(await valueOf(postgres.url(), "show server_encoding")).toBe("UTF8");
    expect(statSync(join(stateDir, "pg-password")).mode & 0o777).toBe(0o600);

    await postgres.stop();
    await postgres.stop();
    expect(isAlive(postgres.pid)).toBe(false);
    expect(existsSync(join(stateDir, "data", "postmaster.pid"))).toBe(false);
  });

  it("refuses a wrong password", async () => {
    const postgres = await start({ ephemeral: true });
    const url = new URL(postgres.url());
    url.password = "wrong";
    await expect(valueOf(url.href, "select 1")).rejects.toThrow("password authentication failed");
  });

  it("keeps the data, and creates nothing, on the second start", async () => {
    const stateDir = temporaryDir();
    const first = await start({ stateDir });
    await valueOf(first.url(), "create table note as select 'kept' as text");
    await first.stop();

    const steps: string[] = [];
    const second = await start({ stateDir, onProgress: (step) => steps.push(step) });
    expect(await valueOf(second.url(), "select text from note")).toBe("kept");
    expect(steps).toEqual([]);
  });

  it("tells when Postgres is killed, and recovers what was committed", async () => {
    const stateDir = temporaryDir();
    const ended = Promise.withResolvers<Error>();
    const first = await start({ stateDir, onExit: ended.resolve });
    await valueOf(first.url(), "create table note as select 'committed' as text");
    process.kill(first.pid, "SIGKILL");
    expect((await ended.promise).message).toBe("Postgres ended unexpectedly: killed by SIGKILL");

    const steps: string[] = [];
    const second = await start({ stateDir, onProgress: (step) => steps.push(step) });
    expect(steps).toContain("recovering the database after an unclean stop");
    expect(await valueOf(second.url(), "select text from note")).toBe("committed");
  });

  it("takes over from an owner that was killed and left its Postgres running", async () => {
    const stateDir = temporaryDir();
    const owner = await startOwner(stateDir);
    await valueOf(owner.url, "create table note as select 'committed' as text");
    await owner.kill();
    expect(isAlive(owner.postgresPid)).toBe(true);

    const steps: string[] = [];
    const postgres = await start({ stateDir, onProgress: (step) => steps.push(step) });
    expect(steps).toContain("stopping the Postgres that an earlier run left behind");
    expect(isAlive(owner.postgresPid)).toBe(false);
    expect(await valueOf(postgres.url(), "select text from note")).toBe("committed");
  });

  it("recovers when owner and Postgres are killed together", async () => {
    const stateDir = temporaryDir();
    const owner = await startOwner(stateDir);
    await valueOf(owner.url, "create table note as select 'committed' as text");
    process.kill(owner.postgresPid, "SIGKILL");
    await owner.kill();

    const postgres = await start({ stateDir });
    expect(await valueOf(postgres.url(), "select text from note")).toBe("committed");
  });

  it("refuses a second owner, in this process and from another, until the first stops", async () => {
    const stateDir = temporaryDir();
    const owner = await startOwner(stateDir);
    const refusal = `Rollcall is already running on ${stateDir}`;
    await expect(startEmbeddedPostgres({ stateDir, binariesDir })).rejects.toThrow(refusal);
    await owner.kill();

    const postgres = await start({ stateDir });
    await expect(startEmbeddedPostgres({ stateDir, binariesDir })).rejects.toThrow(refusal);
    await postgres.stop();
    await start({ stateDir });
  });

  it("names a port that is taken, and frees the state directory again", async () => {
    const stateDir = temporaryDir();
    const port = await takenPort();
    await expect(start({ stateDir, port })).rejects.toThrow(`Postgres did not start: port ${port} is already in use`);
    await start({ stateDir });
  });

  it("says in Postgres' own words why it does not start", async () => {
    await expect(start({ ephemeral: true, settings: { max_connections: "banana" } })).rejects.toThrow(
      'Postgres did not start: invalid value for parameter "max_connections": "banana"',
    );
  });
});

async function start(options: Partial<EmbeddedPostgresOptions>): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({
    stateDir: options.stateDir ?? temporaryDir(),
    binariesDir,
    ...options,
  });
  cleanups.push(() => postgres.stop());
  return postgres;
}

/** Starts Postgres from another process; `kill` leaves that process no time to stop it. */
async function startOwner(stateDir: string): Promise<{ url: string; postgresPid: number; kill(): Promise<void> }> {
  const script = fileURLToPath(new URL("owner.fixture.ts", import.meta.url));
  const child = spawn(process.execPath, [script, stateDir, binariesDir], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding("utf8").once("data", resolve);
    child.once("exit", (code) => reject(new Error(`the owner ended with ${code}`)));
  });
  const { url, pid }: { url: string; pid: number } = JSON.parse(line);
  const kill = async () => {
    child.kill("SIGKILL");
    await exited;
  };
  cleanups.push(kill);
  return { url, postgresPid: pid, kill };
}

async function valueOf(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<unknown[]>({ text: sql, rowMode: "array" });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

function temporaryDir(): string {
  const dir = mkdtempSync(join(tmpdir(), "rollcall-test-"));
  cleanups.push(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

async function takenPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  cleanups.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a TCP server has a port");
  return address.port;
}

/** A zombie still has a process id, but no command line. */
function isAlive(pid: number): boolean {
  return existsSync(`/proc/${pid}/exe`);
}
