import { Client } from "pg";
import { SetupError } from "../migration/setup-error.ts";

const CONNECT_TIMEOUT_MS = 10_000;

/** A connection of its own, closed at the end of the `await using` block. A transaction still open is rolled back. */
export interface MaintenanceClient extends AsyncDisposable {
  readonly client: Client;
}

/** For work that takes as long as it takes. @throws SetupError when the database cannot be reached. */
export async function connectForMaintenance(databaseUrl: string): Promise<MaintenanceClient> {
  const client = new Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: "rollcall-backup",
    keepAlive: true,
  });
  // Whoever uses it learns of a broken connection by the failure of the statement in hand.
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const reason = error instanceof Error ? error.message || "no answer" : String(error);
    throw new SetupError(`The database cannot be reached: ${reason}.`, { cause: error });
  }
  return { client, [Symbol.asyncDispose]: () => client.end() };
}

/** Follows BEGIN. Whatever the role's own settings are, text means the same when it is written and when it is read. */
export const MAINTENANCE_SETTINGS =
  "set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; " +
  "set local datestyle = 'ISO'; set local timezone = 'UTC'; set local bytea_output = 'hex'; " +
  // An error rather than a few rows, should row-level security apply after all.
  "set local row_security = off";
