import { setTimeout as sleep } from "node:timers/promises";
import type { CompiledQuery } from "kysely";
import type { PoolClient } from "pg";
import { type Call, callOf, callOfQuery, rowsOf } from "./call.ts";
import { asUnavailable, asUnreachable, isRetryable } from "./database-error.ts";
import type { Outcome } from "./exchange.ts";
import { COMMIT } from "./opening.ts";
import type { Scope } from "./scope.ts";
import type { SessionPool } from "./session-pool.ts";
import type { Statement } from "./statement.ts";

/** One transaction, inside its scope. */
export interface Session {
  /** Runs a statement that was compiled once. */
  readonly run: <TParams, TRow>(statement: Statement<TParams, TRow>, params: TParams) => Promise<TRow[]>;
  /** Runs a query that was built for this call. */
  readonly query: <TRow>(query: CompiledQuery<TRow>) => Promise<TRow[]>;
}

const MAX_ATTEMPTS = 10;
/** Two transactions that got into each other's way should not meet again at once. */
const MAX_RETRY_DELAY_MS = 20;

/**
 * Runs `work` in one transaction and commits it; one that asks nothing of the session asks nothing of the server.
 * Deadlocks and serialization failures run the whole of it again.
 * @throws DomainError `unavailable` when the database cannot be reached or does not answer in time; also when the
 * connection breaks during COMMIT: whether the change took effect is then unknown.
 */
export async function transact<TResult>(
  pool: SessionPool,
  scope: Scope,
  work: (session: Session) => Promise<TResult>,
): Promise<TResult> {
  return await withRetries(pool, async (client) => {
    const { block } = pool.openingOf(client, scope);
    let opening = block;
    const result = await work({
      run: (statement, params) => send(callOf(statement, params)),
      query: (query) => send(callOfQuery(query)),
    });
    if (opening === block) return result;
    const [committed] = await pool.exchange(client, [COMMIT]);
    // COMMIT of a broken transaction answers ROLLBACK, without an error.
    if (committed?.tag !== "COMMIT") throw new Error("the transaction was rolled back");
    return result;

    async function send<TRow>(call: Call<TRow>): Promise<TRow[]> {
      const steps = [...opening, call];
      opening = [];
      return rowsOf(call, (await pool.exchange(client, steps)).at(-1));
    }
  });
}

/** One statement as a transaction of its own, in one round trip. Errors are those of `transact`. */
export async function runAlone<TRow>(pool: SessionPool, scope: Scope, call: Call<TRow>): Promise<TRow[]> {
  const [outcome] = await runCalls(pool, scope, [call]);
  return rowsOf(call, outcome);
}

/** Two statements, neither of which needs the other's answer, as one transaction in one round trip. */
export async function runBoth<TFirst, TSecond>(
  pool: SessionPool,
  scope: Scope,
  [first, second]: readonly [Call<TFirst>, Call<TSecond>],
): Promise<[TFirst[], TSecond[]]> {
  const [one, two] = await runCalls(pool, scope, [first, second]);
  return [rowsOf(first, one), rowsOf(second, two)];
}

async function runCalls(pool: SessionPool, scope: Scope, calls: readonly Call<unknown>[]): Promise<Outcome[]> {
  return await withRetries(pool, async (client) => {
    const { alone, close } = pool.openingOf(client, scope);
    const outcomes = await pool.exchange(client, [...alone, ...calls, ...close]);
    return outcomes.slice(alone.length);
  });
}

async function withRetries<TResult>(
  pool: SessionPool,
  attempt: (client: PoolClient) => Promise<TResult>,
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
  work: (client: PoolClient) => Promise<TResult>,
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
