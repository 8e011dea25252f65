import { CliError } from "../output/cli-error.ts";
import type { Environment } from "../env.ts";
import { locateDataDir } from "./data-dir.ts";
import { instanceFile, readInstance } from "./instance-file.ts";
import { isAlive } from "./is-alive.ts";

/** A Rollcall that can be administered. */
export interface Server {
  readonly apiUrl: string;
  readonly apiKey: string;
  /** Of one that runs here. */
  readonly local: { readonly scimUrl: string | undefined; readonly pid: number } | undefined;
}

/**
 * The Rollcall that the environment names, else the one that runs on this clone's data folder.
 * @throws CliError `not_running` when none does.
 */
export function findServer({ remote, dataDir }: Environment): Server {
  if (remote !== undefined) return { ...remote, local: undefined };
  const dir = locateDataDir(dataDir);
  const instance = readInstance(dir);
  if (instance === undefined)
    throw new CliError("not_running", `Rollcall is not running on ${dir}; start it with: npm start`);
  const { apiUrl, scimUrl, adminKey, pid } = instance;
  if (!isAlive(pid)) {
    throw new CliError(
      "not_running",
      `Rollcall is not running: ${instanceFile(dir)} names process ${pid}, which is gone; start it with: npm start`,
    );
  }
  return { apiUrl, apiKey: adminKey, local: { scimUrl, pid } };
}
