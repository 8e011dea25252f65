import { DomainError } from "@rollcall/domain";
import type { Pool } from "pg";
import { createSessionPool, type SessionPool, type SessionPoolOptions } from "../session/session-pool.ts";
import { type ReplicaTrouble, watchReplica } from "./watch-replica.ts";

export interface ReplicaOptions {
  /** A hot standby of the primary, by streaming replication. */
  readonly databaseUrl: string;
  /** Default: DEFAULT_MAX_LAG_MS. */
  readonly maxLagMs?: number;
  /** Told when reads go to the primary instead, with why, and with undefined when they do not any more. */
  readonly onChange?: (trouble: ReplicaTrouble | undefined, error?: unknown) => void;
}

export interface Replica {
  readonly pool: SessionPool;
  /** Reads from the replica or, when that is down or too far behind, from the primary. */
  readonly read: <TResult>(
    fromReplica: () => Promise<TResult>,
    fromPrimary: () => Promise<TResult>,
  ) => Promise<TResult>;
  close(): Promise<void>;
}

export const DEFAULT_MAX_LAG_MS = 10_000;

export function openReplica(primary: SessionPool, options: ReplicaOptions & SessionPoolOptions): Replica {
  const { maxLagMs = DEFAULT_MAX_LAG_MS, onChange = () => undefined } = options;
  const pool = createSessionPool(options);
  const watch = watchReplica({
    readWritten: () => readPlace(primary.connections, "pg_current_wal_lsn()"),
    readReplayed: () => readPlace(pool.connections, "pg_last_wal_replay_lsn()"),
    maxLagMs,
    onChange,
  });
  return {
    pool,
    async read(fromReplica, fromPrimary) {
      if (!watch.isUsable()) return await fromPrimary();
      try {
        return await fromReplica();
      } catch (error) {
        if (!(error instanceof DomainError) || error.refusal.code !== "unavailable") throw error;
        watch.failed(error);
        return await fromPrimary();
      }
    },
    async close() {
      watch.stop();
      await pool.connections.end();
    },
  };
}

/** A place in the log, in bytes from its beginning. */
async function readPlace(connections: Pool, place: string): Promise<number> {
  const { rows } = await connections.query<{ bytes: string | null }>(
    `select pg_wal_lsn_diff(${place}, '0/0')::text as bytes`,
  );
  const bytes = rows[0]?.bytes ?? undefined;
  if (bytes === undefined) throw new Error("the server that DATABASE_REPLICA_URL names is not a hot standby");
  return Number(bytes);
}
