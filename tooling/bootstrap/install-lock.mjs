import { createHash } from "node:crypto";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { REPO_ROOT } from "./paths.mjs";
import { say } from "./say.mjs";

const RETRY_INTERVAL_MS = 200;

/**
 * Waits until no other run installs in this clone, then keeps others waiting until the returned function is called.
 * The lock is an abstract Unix socket: the kernel drops it with its process, so it never goes stale.
 */
export async function holdInstallLock() {
  const name = `\0rollcall-install-${createHash("sha256").update(REPO_ROOT).digest("hex")}`;
  for (let attempt = 1; ; attempt++) {
    const server = await tryToListen(name);
    if (server) return () => server.close();
    if (attempt === 1) say("waiting for another run to finish installing");
    await sleep(RETRY_INTERVAL_MS);
  }
}

function tryToListen(name) {
  return new Promise((resolve, reject) => {
    const server = createServer((connection) => connection.destroy());
    server.once("error", (error) => (error.code === "EADDRINUSE" ? resolve(undefined) : reject(error)));
    server.listen(name, () => resolve(server));
  });
}
