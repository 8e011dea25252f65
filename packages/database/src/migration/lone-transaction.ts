import { setTimeout as sleep } from "node:timers/promises";
import { type Kysely, sql, type Transaction } from "kysely";
import { DatabaseError } from "pg";

const LOCK_KEY = 7_265_991_342_001;
/** Whoever waits for a table's lock makes all later ones wait behind it: so never for long. */
const LOCK_TIMEOUT_MS = 1_000;
const LOCK_NOT_AVAILABLE = "55P03";
const DEADLOCK_DETECTED = "40P01";

const MAX_ATTEMPTS = 200;
const FIRST_DELAY_MS = 50;
const MAX_DELAY_MS = 5_000;

/**
 * Runs `work` in a transaction while no other process runs any here, again and again until it gets its locks; between
 * two attempts it holds none.
 * @param onWaiting told each time that an attempt was in vain, in a phrase
 */
export async function loneTransaction<TResult>(
  db: Kysely<unknown>,
  onWaiting: (reason: string) => void,
  work: (transaction: Transaction<unknown>) => Promise<TResult>,
): Promise<TResult> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(async (transaction) => {
        await openAlone(transaction);
        return await work(transaction);
      });
    } catch (error) {
      const reason = reasonToWait(error);
      if (reason === undefined || attempt === MAX_ATTEMPTS) throw error;
      onWaiting(reason);
      await sleep(Math.random() * Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt));
    }
  }
}

/** Does not wait for the lock: a statement that waits has a snapshot, for whose end a concurrent index would wait in turn. */
async function openAlone(transaction: Transaction<unknown>): Promise<void> {
  await sql`set local lock_timeout = ${sql.lit(LOCK_TIMEOUT_MS)}`.execute(transaction);
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(transaction);
  await settleOnCitus(transaction);
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(${sql.lit(LOCK_KEY)}) as taken`.execute(transaction);
  if (rows[0]?.taken !== true) throw new Busy("another process prepares the database");
}

/**
 * Without effect elsewhere. Foreign keys tie tables by tenant to tables that are everywhere, so what one transaction does
 * to both goes to the shards one by one; and a new table with such a key stays a plain one until placeTable takes it.
 */
async function settleOnCitus(transaction: Transaction<unknown>): Promise<void> {
  await sql`set local citus.multi_shard_modify_mode = 'sequential'`.execute(transaction);
  await sql`set local citus.enable_local_reference_table_foreign_keys = off`.execute(transaction);
}

/** Another process migrates. */
class Busy extends Error {}

function reasonToWait(error: unknown): string | undefined {
  if (error instanceof Busy) return error.message;
  if (!(error instanceof DatabaseError)) return undefined;
  return error.code === LOCK_NOT_AVAILABLE || error.code === DEADLOCK_DETECTED
    ? "other sessions hold the locks that it needs"
    : undefined;
}
