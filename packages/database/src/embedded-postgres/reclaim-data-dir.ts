import { existsSync, readFileSync, readdirSync, readlinkSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const RECLAIM_TIMEOUT_MS = 30_000;
const POLL_INTERVAL_MS = 50;

/**
 * Makes a data directory startable again after a `kill -9`.
 *
 * Of our process: an orphaned Postgres still holds the directory, so stop it. Of Postgres: `postmaster.pid` may name a
 * zombie or a recycled process id, and Postgres would refuse to start, so remove the file; that is safe only when no
 * process works in the directory any more. Call it as the directory's one owner.
 *
 * @param dataDir real path
 * @throws Error when the orphan does not stop
 */
export async function reclaimDataDir(dataDir: string, onProgress: (message: string) => void): Promise<void> {
  const pidFile = join(dataDir, "postmaster.pid");
  if (!existsSync(pidFile)) return;

  const postmaster = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  if (processesWorkingIn(dataDir).includes(postmaster)) {
    onProgress("stopping the Postgres that an earlier run left behind");
    process.kill(postmaster, "SIGINT");
  }
  const deadline = performance.now() + RECLAIM_TIMEOUT_MS;
  while (processesWorkingIn(dataDir).length > 0) {
    if (performance.now() > deadline) throw new Error(`another Postgres (pid ${postmaster}) holds ${dataDir}`);
    await sleep(POLL_INTERVAL_MS);
  }
  rmSync(pidFile, { force: true });
}

/** Every Postgres process has its data directory as working directory; a zombie has none. See proc(5). */
function processesWorkingIn(dataDir: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => workingDirectory(pid) === dataDir);
}

function workingDirectory(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    // Gone meanwhile, a zombie, or another user's, which cannot be ours.
    return undefined;
  }
}
