import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { testBinariesDir } from "@rollcall/test-database";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../embedded-postgres/embedded-postgres.ts";
import { migrate } from "../migration/migrate.ts";

export interface StandbyPair extends AsyncDisposable {
  readonly primaryUrl: string;
  readonly standbyUrl: string;
  stopStandby(): Promise<void>;
}

/** A migrated Postgres and a hot standby of it, which began as a copy of its files and follows by streaming. */
export async function startStandbyPair(): Promise<StandbyPair> {
  await using opened = new AsyncDisposableStack();
  const [primaryDir, standbyDir] = [newDir(opened), newDir(opened)];
  const seed = await start(primaryDir);
  await migrate({ databaseUrl: seed.url() });
  await seed.stop();

  // As cp -a does it, and not Node: the files belong to the account that Postgres runs as.
  execFileSync("cp", ["-a", `${primaryDir}/.`, standbyDir]);
  writeFileSync(join(standbyDir, "data", "standby.signal"), "");
  const primary = await start(primaryDir);
  opened.defer(() => primary.stop());
  const password = readFileSync(join(primaryDir, "pg-password"), "utf8");
  const standby = await start(standbyDir, {
    primary_conninfo: `host=127.0.0.1 port=${primary.port} user=rollcall password=${password}`,
  });
  opened.defer(() => standby.stop());
  const held = opened.move();
  return {
    primaryUrl: primary.url(),
    standbyUrl: standby.url(),
    stopStandby: () => standby.stop(),
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}

function newDir(opened: AsyncDisposableStack): string {
  const dir = mkdtempSync(join(tmpdir(), "rollcall-test-"));
  opened.defer(() => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }));
  return dir;
}

function start(stateDir: string, settings: Readonly<Record<string, string>> = {}): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({ stateDir, binariesDir: testBinariesDir(), ephemeral: true, settings });
}
