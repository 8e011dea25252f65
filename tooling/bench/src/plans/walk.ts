import { type Database, openDatabase } from "@rollcall/database";
import type { Actor, Directory, Platform } from "@rollcall/domain";
import { type PlanMode, type PlanRecorder, type RecordedPlan, withPlans } from "./plan-recorder.ts";
import { walkApi } from "./walk-api.ts";
import { walkGroups } from "./walk-groups.ts";
import { walkPlatform } from "./walk-platform.ts";
import { walkUsers } from "./walk-users.ts";
import type { World } from "./world.ts";

/** What was asked of the ports, and the statements that it came to. */
export interface Operation {
  readonly name: string;
  readonly plans: readonly RecordedPlan[];
}

/** What the parts of a walk work with. */
export interface Walk {
  readonly world: World;
  readonly actor: Actor;
  /** As an identity provider has it. */
  readonly idp: Directory;
  /** As the internal API has it; its changes are audited. */
  readonly api: Directory;
  readonly platform: Platform;
  readonly database: Database;
  /** Does one thing that is recorded; what is done outside of these calls is not. */
  readonly step: <TResult>(name: string, work: () => Promise<TResult>) => Promise<TResult>;
}

interface WalkOptions {
  readonly databaseUrl: string;
  readonly world: World;
  readonly mode: PlanMode;
  readonly recorder: PlanRecorder;
}

const STATEMENT_TIMEOUT_MS = 600_000;

/** Asks everything once that the ports can be asked. Leaves the directory as it was, but for its events. */
export async function walkPorts({ databaseUrl, world, mode, recorder }: WalkOptions): Promise<Operation[]> {
  // What reads a whole tenant is to be seen, however long it takes.
  const timeouts = { statementMs: STATEMENT_TIMEOUT_MS };
  const database = openDatabase({ databaseUrl: withPlans(databaseUrl, mode), maxConnections: 1, timeouts });
  const provenance = { requestId: "plans", ipAddress: null };
  const { tenantId, connectionId } = world.tenant;
  const operations: Operation[] = [];
  const walk: Walk = {
    world,
    actor: { kind: "connection", id: connectionId },
    idp: database.openDirectory(tenantId, { sees: "idp" }),
    api: database.openDirectory(tenantId, { sees: "all", provenance }),
    platform: database.openPlatform(provenance),
    database,
    async step(name, work) {
      recorder.take();
      const result = await work();
      operations.push({ name, plans: recorder.take() });
      return result;
    },
  };
  try {
    for (const part of [walkUsers, walkGroups, walkApi, walkPlatform]) await part(walk);
  } finally {
    await database.close();
  }
  return operations;
}
