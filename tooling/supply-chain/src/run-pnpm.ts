import { execFile } from "node:child_process";
import { repository } from "./repository.ts";

export interface PnpmOutcome {
  readonly ok: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

const TIMEOUT_MS = 30_000;
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/** Runs pnpm in this clone to its end, whatever that is. */
export function runPnpm(args: readonly string[]): Promise<PnpmOutcome> {
  const options = { cwd: repository, timeout: TIMEOUT_MS, maxBuffer: MAX_OUTPUT_BYTES };
  return new Promise((resolve) => {
    execFile("pnpm", args, options, (error, stdout, stderr) => {
      resolve({ ok: error === null, stdout, stderr: stderr || (error?.message ?? "") });
    });
  });
}
