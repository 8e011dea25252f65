import { connectForMaintenance } from "./backup/maintenance-client.ts";

/** How many connections the server takes from ordinary users. @throws SetupError when it cannot be reached. */
export async function readConnectionRoom(databaseUrl: string): Promise<number> {
  await using connection = await connectForMaintenance(databaseUrl);
  const { rows } = await connection.client.query<{ room: number }>(roomStatement);
  return rows[0]?.room ?? 0;
}

/** reserved_connections is new in Postgres 16. */
const roomStatement = `
  select current_setting('max_connections')::integer - current_setting('superuser_reserved_connections')::integer
    - coalesce(current_setting('reserved_connections', true)::integer, 0) as room`;
