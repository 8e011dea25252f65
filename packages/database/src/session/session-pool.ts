import { Pool, type PoolClient } from "pg";
import { type ConnectionFacts, readConnectionFacts } from "./connection-facts.ts";
import { exchange, type Outcome, type Prepared, type Step } from "./exchange.ts";
import { type Opening, openingOf, settleStep } from "./opening.ts";
import type { Scope } from "./scope.ts";
import { serverSettings } from "./settings.ts";
import { DEFAULT_TIMEOUTS, type Timeouts } from "./timeouts.ts";

/** Connections, and how transactions go about on them. */
export interface SessionPool {
  readonly connections: Pool;
  /** How a transaction on a connection of the pool takes on a scope. */
  openingOf(client: PoolClient, scope: Scope): Opening;
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
  readonly timeouts?: Partial<Timeouts>;
}

const IDLE_TIMEOUT_MS = 30_000;

/** Of a connection that was not asked. */
const UNKNOWN: ConnectionFacts = { engine: "postgres", isOwnSession: false };

/**
 * Connections that change nothing of the server's session but where it is theirs alone: a pooler in between, such as
 * PgBouncer, may lend out one server connection per transaction.
 */
export function createSessionPool(options: SessionPoolOptions): SessionPool {
  const { preparedStatements = true } = options;
  const settings = serverSettings({ ...DEFAULT_TIMEOUTS, ...options.timeouts });
  const factsOf = new WeakMap<PoolClient, ConnectionFacts>();
  const preparedBy = new WeakMap<PoolClient, Prepared>();
  const connections = new Pool({
    connectionString: options.databaseUrl,
    max: options.maxConnections,
    connectionTimeoutMillis: options.timeouts?.poolWaitMs ?? DEFAULT_TIMEOUTS.poolWaitMs,
    idleTimeoutMillis: IDLE_TIMEOUT_MS,
    application_name: "rollcall",
    keepAlive: true,
    // oxlint-disable-next-line no-callback-in-promise -- The pool waits for this callback, and knows no promises here.
    verify: (client, done) => void settle(client).then(() => done(), done),
  });
  connections.on("error", options.onIdleError ?? (() => undefined));
  // While a connection is lent out the pool does not listen to it, and an error that nobody hears ends the process.
  // Whoever uses the connection learns of it by the failure of the statement in hand.
  connections.on("connect", (client) => client.on("error", () => undefined));

  return {
    connections,
    openingOf: (client, scope) => openingOf(scope, { ...(factsOf.get(client) ?? UNKNOWN), settings }),
    exchange(client, steps) {
      if (!preparedStatements) return exchange(client, { steps: steps.map(unnamed), prepared: new Map() });
      const prepared: Prepared = preparedBy.get(client) ?? new Map();
      preparedBy.set(client, prepared);
      return exchange(client, { steps, prepared });
    },
  };

  async function settle(client: PoolClient): Promise<void> {
    const facts = await readConnectionFacts(client);
    if (facts.isOwnSession) await exchange(client, { steps: [settleStep(settings)], prepared: new Map() });
    factsOf.set(client, facts);
  }
}

function unnamed({ text, values, silent = false }: Step): Step {
  return { text, values, silent };
}
