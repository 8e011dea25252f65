import { fileURLToPath } from "node:url";
import { defaultDataDir, type EmbeddedPostgres, startEmbeddedPostgres } from "@rollcall/database";
import { connectTo } from "./connect-to.ts";

const REPO_ROOT = fileURLToPath(new URL("../../../../", import.meta.url));

/** What an operator would set first on a machine of this size. Durability is Postgres's default: all of it. */
const postgresSettings = {
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  // Floors keep their connections.
  max_connections: "200",
  shared_buffers: "1GB",
  max_wal_size: "4GB",
  checkpoint_timeout: "15min",
} as const;

/** A Postgres of the benchmark's own, with its data below `stateDir`; the binaries are those that `npm start` unpacks. */
export async function startBenchPostgres(stateDir: string): Promise<EmbeddedPostgres> {
  return await startEmbeddedPostgres({ stateDir, binariesDir: defaultDataDir(REPO_ROOT), settings: postgresSettings });
}

/** Runs one statement as the superuser. */
export async function query<TRow extends object>(
  databaseUrl: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<TRow[]> {
  const client = await connectTo(databaseUrl);
  try {
    return (await client.query<TRow>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}
