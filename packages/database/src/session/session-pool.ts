import { Pool, type PoolClient } from "pg";
import { exchange, type Outcome, type Prepared, type Step } from "./exchange.ts";
import { type Engine, type Opening, openingOf } from "./opening.ts";
import type { Scope } from "./scope.ts";
import { DEFAULT_TIMEOUTS, type Timeouts } from "./timeouts.ts";

/** Connections, and how transactions go about on them. */
export interface SessionPool {
  readonly connections: Pool;
  openingOf(scope: Scope): Opening;
  /** Sends statements on a connection of the pool, in one round trip. @throws as `exchange` does. */
  exchange(client: PoolClient, steps: readonly Step[]): Promise<Outcome[]>;
}

export interface SessionPoolOptions {
  readonly databaseUrl: string;
  /** Most connections of this process. */
  readonly maxConnections: number;
  /** Told of connections that break while idle; they are replaced when next needed. */
  readonly onIdleError?: (error: Error) => void;
  /** Whether statements have names, under which each connection parses and plans them once. Default: true. */
  readonly preparedStatements?: boolean;
  /** Default: postgres. */
  readonly engine?: Engine;
  readonly timeouts?: Partial<Timeouts>;
}

const IDLE_TIMEOUT_MS = 30_000;

/**
 * Connections that ask nothing of the server when they start: a pooler in between, such as PgBouncer, may lend out one
 * server connection per transaction.
 */
export function createSessionPool(options: SessionPoolOptions): SessionPool {
  const { engine = "postgres", preparedStatements = true } = options;
  const timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts };
  const connections = new Pool({
    connectionString: options.databaseUrl,
    max: options.maxConnections,
    connectionTimeoutMillis: timeouts.poolWaitMs,
    idleTimeoutMillis: IDLE_TIMEOUT_MS,
    application_name: "rollcall",
    keepAlive: true,
  });
  connections.on("error", options.onIdleError ?? (() => undefined));
  // While a connection is lent out the pool does not listen to it, and an error that nobody hears ends the process.
  // Whoever uses the connection learns of it by the failure of the statement in hand.
  connections.on("connect", (client) => client.on("error", () => undefined));

  const preparedBy = new WeakMap<PoolClient, Prepared>();

  return {
    connections,
    openingOf: (scope) => openingOf(engine, scope, timeouts),
    exchange(client, steps) {
      if (!preparedStatements) return exchange(client, { steps: steps.map(unnamed), prepared: new Map() });
      const prepared: Prepared = preparedBy.get(client) ?? new Map();
      preparedBy.set(client, prepared);
      return exchange(client, { steps, prepared });
    },
  };
}

function unnamed({ text, values, silent = false }: Step): Step {
  return { text, values, silent };
}
