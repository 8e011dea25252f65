import { join, resolve } from "node:path";
import { reachableByOthers } from "./run-as-account.ts";

const SYSTEM_DATA_DIR = "/var/lib/rollcall";

/**
 * Where Rollcall keeps its data: `requested` when given, else `.rollcall` in the repository.
 *
 * Root hands Postgres to another account, which cannot enter a clone under, say, /root: then `/var/lib/rollcall`.
 */
export function defaultDataDir(repoRoot: string, requested?: string): string {
  if (requested) return resolve(requested);
  const isRoot = process.getuid?.() === 0;
  return isRoot && !reachableByOthers(repoRoot) ? SYSTEM_DATA_DIR : join(repoRoot, ".rollcall");
}
