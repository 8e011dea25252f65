import { fileURLToPath } from "node:url";
import { type ChildServer, startChildServer } from "./child-server.ts";
import type { Pinning } from "./pinning.ts";

const FLOOR = fileURLToPath(new URL("../floor/main.ts", import.meta.url));
const READY = /^ready on (\d+)\n/;

export interface Floor extends ChildServer {
  /** What the same requests can be sent to as to Rollcall. */
  scimUrlOf(directory: string): string;
}

/** @param databaseUrls of databases that were prepared by `seedFloor`, by the names of their directories. */
export async function startFloor(databaseUrls: Readonly<Record<string, string>>, pinning: Pinning): Promise<Floor> {
  const server = await startChildServer({
    name: "the floor",
    pinning,
    core: "servers",
    command: [process.execPath, FLOOR],
    env: { DATABASE_URLS: JSON.stringify(databaseUrls), NODE_ENV: "production" },
    readyWhen: READY,
  });
  const [, port] = READY.exec(server.output) ?? [];
  return { ...server, scimUrlOf: (directory) => `http://127.0.0.1:${port}/${directory}` };
}
