import { setTimeout as sleep } from "node:timers/promises";
import type { CompiledQuery } from "kysely";
import type pg from "pg";
import { asUnavailable, asUnreachable, isRetryable } from "./database-error.ts";
import { beginStatement, type Scope } from "./scope.ts";
import type { SessionPool } from "./session-pool.ts";
import type { Statement } from "./statement.ts";

/** One transaction, inside its scope. */
export interface Session {
  /** Runs a statement that was compiled once. */
  run<TParams, TRow>(statement: Statement<TParams, TRow>, params: TParams): Promise<TRow[]>;
  /** Runs a query that was built for this call. */
  query<TRow>(query: CompiledQuery<TRow>): Promise<TRow[]>;
}

const MAX_ATTEMPTS = 10;
/** Two transactions that got into each other's way should not meet again at once. */
const MAX_RETRY_DELAY_MS = 20;

/**
 * Runs `work` in one transaction and commits it. Deadlocks and serialization failures run the whole of it again.
 * @throws DomainError `unavailable` when the database cannot be reached or does not answer in time; also when the
 * connection breaks during COMMIT: whether the change took effect is then unknown.
 */
export async function transact<TResult>(
  pool: SessionPool,
  scope: Scope,
  work: (session: Session) => Promise<TResult>,
): Promise<TResult> {
  const begin = beginStatement(scope, pool.timeouts);
  return await withRetries(pool, async (client) => {
    // Not awaited: it travels with the first statement, and fails that one when it fails.
    const begun = client.query(begin);
    begun.catch(() => undefined);
    const result = await work(sessionOf(pool, client));
    await begun;
    checkCommitted(await client.query("commit"));
    return result;
  });
}

/** One statement as a transaction of its own, in one round trip. Errors are those of `transact`. */
export async function runAlone<TParams, TRow>(
  pool: SessionPool,
  scope: Scope,
  [statement, params]: readonly [Statement<TParams, TRow>, TParams],
): Promise<TRow[]> {
  const begin = beginStatement(scope, pool.timeouts);
  return await withRetries(pool, async (client) => {
    const begun = client.query(begin);
    const rows = sessionOf(pool, client).run(statement, params);
    const committed = client.query("commit");
    // All three have been sent; each must be heard, and the first failure is the one that explains the others.
    const outcomes = await Promise.allSettled([begun, rows, committed]);
    const failure = outcomes.find((outcome) => outcome.status === "rejected");
    if (failure !== undefined) throw failure.reason;
    checkCommitted(await committed);
    return await rows;
  });
}

async function withRetries<TResult>(
  pool: SessionPool,
  attempt: (client: pg.PoolClient) => Promise<TResult>,
): Promise<TResult> {
  for (let count = 1; ; count++) {
    try {
      return await withClient(pool, attempt);
    } catch (error) {
      if (!isRetryable(error) || count === MAX_ATTEMPTS) throw asUnavailable(error);
      await sleep(Math.random() * MAX_RETRY_DELAY_MS);
    }
  }
}

async function withClient<TResult>(
  { connections }: SessionPool,
  work: (client: pg.PoolClient) => Promise<TResult>,
): Promise<TResult> {
  const client = await connections.connect().catch((error: unknown) => {
    throw asUnreachable(error);
  });
  let broken = false;
  try {
    return await work(client);
  } catch (error) {
    // A connection that cannot even roll back is not given to the next request.
    broken = await client.query("rollback").then(
      () => false,
      () => true,
    );
    throw error;
  } finally {
    client.release(broken);
  }
}

function sessionOf({ preparedStatements }: SessionPool, client: pg.PoolClient): Session {
  return {
    async run({ name, text, values }, params) {
      const query = { text, values: values(params) };
      return (await client.query(preparedStatements ? { ...query, name } : query)).rows;
    },
    query: async ({ sql, parameters }) => (await client.query({ text: sql, values: [...parameters] })).rows,
  };
}

/** COMMIT of a broken transaction answers ROLLBACK, without an error. */
function checkCommitted({ command }: pg.QueryResult): void {
  if (command !== "COMMIT") throw new Error("the transaction was rolled back");
}
