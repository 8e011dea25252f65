import type { PoolClient } from "pg";

/** What a connection leads to. */
export interface ConnectionFacts {
  readonly engine: "postgres" | "citus";
  /**
   * Whether the server's session is this connection's alone. One that a pooler lends out per transaction is somebody
   * else's before and after, and must be left as it was found.
   */
  readonly isOwnSession: boolean;
}

const QUESTION = `select pg_backend_pid() as pid, exists (select from pg_extension where extname = 'citus') as citus`;

/** Asks where a new connection leads. @throws Error when it cannot be asked. */
export async function readConnectionFacts(client: PoolClient): Promise<ConnectionFacts> {
  const { rows } = await client.query<{ pid: number; citus: boolean }>(QUESTION);
  const [{ pid, citus } = { pid: 0, citus: false }] = rows;
  // The server tells its process at the start, for cancelling; a pooler tells a number of its own making.
  const announced: unknown = Reflect.get(client, "processID");
  return { engine: citus ? "citus" : "postgres", isOwnSession: announced === pid };
}
