import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { postgresEnv } from "./postgres-env.ts";
import { postgresReason } from "./postgres-reason.ts";
import type { Account } from "./run-as-account.ts";

export interface ClusterOptions {
  dataDir: string;
  /** Directory with `bin/initdb`. */
  binaries: string;
  account: Account | undefined;
  superuser: string;
  password: string;
  /** Skip flushing the new files to disk. */
  ephemeral: boolean;
  onProgress: (message: string) => void;
}

const run = promisify(execFile);

/**
 * Creates the cluster in `dataDir` unless there is one. initdb works beside it and the result is renamed into place,
 * so a kill half way leaves no half-made cluster.
 *
 * The built-in C.UTF-8 locale sorts the same on every machine and needs no system locale.
 */
export async function initialiseCluster(options: ClusterOptions): Promise<void> {
  const { dataDir, binaries, account, superuser, ephemeral } = options;
  if (existsSync(join(dataDir, "PG_VERSION"))) return;

  options.onProgress("creating the database cluster");
  const fresh = `${dataDir}.init`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  if (account) chownSync(fresh, account.uid, account.gid);

  const passwordFile = writePasswordFile(options);
  const flags = ["-D", fresh, "-U", superuser, `--pwfile=${passwordFile}`, "--auth=scram-sha-256", "--encoding=UTF8"];
  const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  const speed = ephemeral ? ["--no-sync"] : [];
  try {
    await run(join(binaries, "bin", "initdb"), [...flags, ...locale, ...speed, "--no-instructions"], {
      ...account,
      env: postgresEnv(binaries),
      cwd: "/",
    });
  } catch (error) {
    throw new Error(`Postgres could not create its cluster in ${dataDir}: ${failureReason(error)}`, { cause: error });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(fresh, dataDir);
}

/** Outside the state directory, because initdb reads it as the account it runs as. */
function writePasswordFile({ password, account }: ClusterOptions): string {
  const file = join(tmpdir(), `rollcall-${randomBytes(6).toString("hex")}`);
  writeFileSync(file, password, { mode: 0o600, flag: "wx" });
  if (account) chownSync(file, account.uid, account.gid);
  return file;
}

function failureReason(error: unknown): string {
  if (error instanceof Error && "stderr" in error && typeof error.stderr === "string" && error.stderr !== "") {
    return postgresReason(error.stderr);
  }
  return error instanceof Error ? error.message : String(error);
}
