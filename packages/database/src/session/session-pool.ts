import { Pool, TypeOverrides } from "pg";
import { DEFAULT_TIMEOUTS, type Timeouts } from "./timeouts.ts";

/** Connections, and how transactions go about on them. */
export interface SessionPool {
  readonly connections: Pool;
  readonly timeouts: Timeouts;
  /** Whether statements have names, under which each connection parses and plans them once. */
  readonly preparedStatements: boolean;
}

export interface SessionPoolOptions {
  readonly databaseUrl: string;
  /** Most connections of this process. */
  readonly maxConnections: number;
  /** Told of connections that break while idle; they are replaced when next needed. */
  readonly onIdleError?: (error: Error) => void;
  readonly preparedStatements?: boolean;
  readonly timeouts?: Partial<Timeouts>;
}

const IDLE_TIMEOUT_MS = 30_000;
const INT8_OID = 20;

/**
 * Connections that send statements without waiting for the answers to earlier ones. They ask nothing of the server when
 * they start: a pooler in between, such as PgBouncer, may lend out one server connection per transaction.
 */
export function createSessionPool(options: SessionPoolOptions): SessionPool {
  const timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts };
  const types = new TypeOverrides();
  // Sequences and totals stay far below 2^53.
  types.setTypeParser(INT8_OID, Number);
  const connections = new Pool({
    connectionString: options.databaseUrl,
    max: options.maxConnections,
    connectionTimeoutMillis: timeouts.poolWaitMs,
    idleTimeoutMillis: IDLE_TIMEOUT_MS,
    application_name: "rollcall",
    keepAlive: true,
    pipeline: true,
    types,
  });
  connections.on("error", options.onIdleError ?? (() => undefined));
  // While a connection is lent out the pool does not listen to it, and an error that nobody hears ends the process.
  // Whoever uses the connection learns of it by the failure of the statement in hand.
  connections.on("connect", (client) => client.on("error", () => undefined));
  return { connections, timeouts, preparedStatements: options.preparedStatements ?? true };
}
