import { type Database, openDatabase, type ReplicaOptions } from "@rollcall/database";
import type { Logger } from "@rollcall/telemetry";
import type { Environment } from "../env.ts";

export interface WatchedDatabaseOptions {
  readonly databaseUrl: string;
  /** Of each server. */
  readonly maxConnections: number;
  readonly logger: Logger;
}

/** The ports over the primary and, where there is one and the API runs here, the replica; what is wrong with them is logged. */
export function openWatchedDatabase(env: Environment, options: WatchedDatabaseOptions): Database {
  const { databaseUrl, maxConnections, logger } = options;
  const replicaUrl = env.parts.includes("api") ? env.databaseReplicaUrl : undefined;
  return openDatabase({
    databaseUrl,
    maxConnections,
    preparedStatements: env.preparedStatements,
    onIdleError: (error) => logger.warn({ err: error }, "an idle connection to the database broke"),
    ...(replicaUrl !== undefined && { replica: replicaOptions(replicaUrl, logger) }),
  });
}

function replicaOptions(databaseUrl: string, logger: Logger): ReplicaOptions {
  return {
    databaseUrl,
    onChange(trouble, error) {
      if (trouble === undefined) logger.warn("the read replica is used again");
      else logger.error({ trouble, err: error }, "the read replica is not used; all reads go to the primary");
    },
  };
}
