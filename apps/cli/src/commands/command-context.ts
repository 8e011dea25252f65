import { createRollcallClient, type RollcallClient } from "@rollcall/client";
import type { Environment } from "../env.ts";
import { findServer, type Server } from "../instance/find-server.ts";

/** What commands work with. */
export interface CommandContext {
  readonly env: Environment;
}

/** The running server and a client of its API. @throws CliError `not_running`. */
export function connect({ env }: CommandContext): { server: Server; client: RollcallClient } {
  const server = findServer(env);
  return { server, client: createRollcallClient({ url: server.apiUrl, credential: server.apiKey }) };
}
