import { existsSync, mkdirSync, realpathSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { defaultDataDir } from "@rollcall/database";
import { CliError } from "../output/cli-error.ts";

const REPO_ROOT = fileURLToPath(new URL("../../../../", import.meta.url));

/** The data folder of this clone; it need not exist. */
export function locateDataDir(requested: string | undefined): string {
  return defaultDataDir(REPO_ROOT, requested);
}

/**
 * Makes the data folder unless it is there.
 * @returns its real path
 * @throws CliError `bad_setting` when that is not possible.
 */
export function openDataDir(requested: string | undefined): string {
  const dataDir = locateDataDir(requested);
  try {
    mkdirSync(dirname(dataDir), { recursive: true });
    // For us alone. One that exists keeps its mode, which is its owner's to choose.
    if (!existsSync(dataDir)) mkdirSync(dataDir, { mode: 0o700 });
    return realpathSync(dataDir);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliError(
      "bad_setting",
      `The data folder ${dataDir} cannot be made (${reason}); set ROLLCALL_DATA_DIR to another one.`,
      { cause: error },
    );
  }
}
