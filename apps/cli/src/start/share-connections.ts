import { DEFAULT_MAX_CONNECTIONS, readConnectionRoom } from "@rollcall/database";
import { CliError } from "../output/cli-error.ts";

export interface ShareOptions {
  readonly databaseUrl: string;
  /** Of this start that have connections. */
  readonly processes: number;
  /** What all of them together may have; undefined: as many as are usual and fit. */
  readonly total: number | undefined;
}

/** For backups, migrations and people. */
export const CONNECTIONS_LEFT_FREE = 10;
/** With fewer, requests would wait for each other much too often. */
export const MIN_CONNECTIONS = 4;

/** How many connections each process may have. @throws CliError `bad_setting` when there are too few for all. */
export async function shareConnections({ databaseUrl, processes, total }: ShareOptions): Promise<number> {
  if (total !== undefined) {
    if (total >= processes) return Math.floor(total / processes);
    throw new CliError(
      "bad_setting",
      `ROLLCALL_DATABASE_CONNECTIONS is "${total}", but it must be at least one for each of ${processes} processes.`,
    );
  }
  const room = await readConnectionRoom(databaseUrl);
  const each = Math.floor((room - CONNECTIONS_LEFT_FREE) / processes);
  if (processes === 1 || each >= MIN_CONNECTIONS) return Math.max(1, Math.min(each, DEFAULT_MAX_CONNECTIONS));
  throw new CliError(
    "bad_setting",
    `Postgres takes ${room} connections, too few for ${processes} processes of at least ${MIN_CONNECTIONS} each with ${CONNECTIONS_LEFT_FREE} left free; set fewer workers, or raise its max_connections.`,
  );
}
