import { Pool, TypeOverrides } from "pg";

export interface PoolOptions {
  readonly databaseUrl: string;
  /** Most connections of this process. */
  readonly maxConnections: number;
  /** Told of connections that break while idle; they are replaced when next needed. */
  readonly onIdleError: (error: Error) => void;
}

/** How long a request waits for a connection before it is told that the directory is busy. */
const POOL_WAIT_TIMEOUT_MS = 3_000;
const STATEMENT_TIMEOUT_MS = 30_000;
const LOCK_TIMEOUT_MS = 10_000;
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 30_000;
const IDLE_TIMEOUT_MS = 30_000;

const INT8_OID = 20;

/** Connections that send statements without waiting for the answers to earlier ones. */
export function createPool({ databaseUrl, maxConnections, onIdleError }: PoolOptions): Pool {
  const types = new TypeOverrides();
  // Sequences and totals stay far below 2^53.
  types.setTypeParser(INT8_OID, Number);
  const pool = new Pool({
    connectionString: databaseUrl,
    max: maxConnections,
    connectionTimeoutMillis: POOL_WAIT_TIMEOUT_MS,
    idleTimeoutMillis: IDLE_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    application_name: "rollcall",
    keepAlive: true,
    pipeline: true,
    types,
  });
  pool.on("error", onIdleError);
  // While a connection is lent out the pool does not listen to it, and an error that nobody hears ends the process.
  // Whoever uses the connection learns of it by the failure of the statement in hand.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}
