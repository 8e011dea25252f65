import { createHash } from "node:crypto";
import { createServer } from "node:net";

export interface Ownership {
  release(): void;
}

/**
 * One owner per state directory on this machine.
 *
 * The lock is an abstract Unix socket (unix(7)): the kernel drops it with its process, whatever kills that, so there
 * is no stale lock file to clean up.
 *
 * @param stateDir real path, so that two names of one directory meet
 * @throws Error when another process, or this one, already owns it
 */
export async function acquireOwnership(stateDir: string): Promise<Ownership> {
  const server = createServer((connection) => connection.destroy());
  const name = createHash("sha256").update(stateDir).digest("hex");
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      reject(taken ? new Error(`Rollcall is already running on ${stateDir}`, { cause: error }) : error);
    });
    server.listen(`\0rollcall-${name}`, resolve);
  });
  server.unref();
  return { release: () => void server.close() };
}
