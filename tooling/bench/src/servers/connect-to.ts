import { Client } from "pg";

/** A connection whose loss shows in the statement in hand, or in the next one, and nowhere else. */
export async function connectTo(databaseUrl: string): Promise<Client> {
  const client = new Client({ connectionString: databaseUrl });
  // An error that nobody hears would end the process, and Postgres goes first when the benchmark is stopped.
  client.on("error", () => undefined);
  await client.connect();
  return client;
}
