import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";
import { CliError } from "../output/cli-error.ts";
import { readInstance } from "./instance-file.ts";

/**
 * Keeps every other Rollcall on this machine off the data folder, whichever database it uses.
 *
 * An abstract Unix socket (unix(7)), which the kernel drops with its process: nothing stale stays behind a kill -9.
 *
 * @param dataDir real path
 * @throws CliError `already_running`
 */
export async function lockInstance(dataDir: string): Promise<AsyncDisposable> {
  const server = createServer((connection) => connection.destroy());
  const name = createHash("sha256").update(dataDir).digest("hex");
  server.listen(`\0rollcall-instance-${name}`);
  try {
    await once(server, "listening");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
    const instance = readInstance(dataDir);
    const where = instance === undefined ? "" : `, as process ${instance.pid} with its API at ${instance.apiUrl}`;
    throw new CliError("already_running", `Rollcall is already running on ${dataDir}${where}.`, { cause: error });
  }
  return server;
}
