import { chmodSync, existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** The account Postgres runs as when we are root. */
export interface Account {
  uid: number;
  gid: number;
}

/** In order of preference; Debian and Alpine images have at least the last. */
const UNPRIVILEGED_ACCOUNTS = ["postgres", "nobody"];
const ENTER_BY_OTHERS = 0o001;

/**
 * Postgres refuses to run as root, so root hands it to the owner of the data directory, or for a new one to an
 * unprivileged account. Undefined when we are not root: Postgres then runs as ourselves.
 */
export function chooseAccount(dataDir: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = existsSync(dataDir) ? statSync(dataDir) : undefined;
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };

  const entries = readFileSync("/etc/passwd", "utf8").split("\n").map(parseEntry);
  for (const name of UNPRIVILEGED_ACCOUNTS) {
    const entry = entries.find((candidate) => candidate.name === name);
    if (entry) return { uid: entry.uid, gid: entry.gid };
  }
  throw new Error(
    `Postgres does not run as root, and there is no ${UNPRIVILEGED_ACCOUNTS.join(" or ")} account to run it as`,
  );
}

/** Creates the directories and lets the account enter them; what is inside keeps its own mode. */
export function openToAccount(dirs: readonly string[], account: Account): void {
  for (const dir of dirs) {
    mkdirSync(dir, { recursive: true });
    const { uid, mode } = statSync(dir);
    if (uid === account.uid) continue;
    chmodSync(dir, mode | ENTER_BY_OTHERS);
    if (!reachableByOthers(dir)) {
      throw new Error(
        `Postgres runs as uid ${account.uid}, which cannot enter ${dir}: choose a data directory it can reach`,
      );
    }
  }
}

/** True when other accounts may enter the directory and all its parents; missing ones count as open. */
export function reachableByOthers(dir: string): boolean {
  const at = resolve(dir);
  if (existsSync(at) && (statSync(at).mode & ENTER_BY_OTHERS) === 0) return false;
  return at === dirname(at) || reachableByOthers(dirname(at));
}

/** One line of passwd(5): name:password:uid:gid:… */
function parseEntry(line: string): Account & { name: string | undefined } {
  const [name, , uid, gid] = line.split(":");
  return { name, uid: Number(uid), gid: Number(gid) };
}
