import { type Database, openDatabase } from "@rollcall/database";
import { createGroup, createUser, strictGroupRules, type User } from "@rollcall/domain";
import { type SeededTenant, seedDirectory } from "../seed/seed-directory.ts";
import { query } from "../servers/postgres.ts";
import { seededUser } from "../seed/seeded-user.ts";

/** A large tenant among small ones. */
export interface WorldSize {
  /** Users of the large tenant. */
  readonly users: number;
  readonly largeGroupMembers: number;
  /** Groups of ten that the tenant's first users are in beside the large one. */
  readonly smallGroups: number;
  readonly smallTenants: number;
}

export interface World {
  readonly size: WorldSize;
  readonly tenant: SeededTenant;
  /** Is in all groups. */
  readonly firstUser: User;
  /** Is in none. */
  readonly lastUser: User;
  readonly largeGroupId: string;
  readonly smallGroupId: string;
}

const SMALL_GROUP_MEMBERS = 10;
const SMALL_TENANT_USERS = 50;
/** Events of one of the small tenants that wait for a number. */
const BACKLOG = 2_000;

/** Fills a migrated database. Tenants have groups in groups, and events without a number, as there always are in life. */
export async function createWorld(databaseUrl: string, size: WorldSize): Promise<World> {
  const groupSizes = [size.largeGroupMembers, ...Array.from({ length: size.smallGroups }, () => SMALL_GROUP_MEMBERS)];
  const small = { users: SMALL_TENANT_USERS, groupSizes: [SMALL_GROUP_MEMBERS] };
  const tenants = await seedDirectory({
    databaseUrl,
    tenants: [
      { name: "Large", users: size.users, groupSizes },
      ...Array.from({ length: size.smallTenants }, (_, index) => ({ name: `Small ${index}`, ...small })),
    ],
  });
  const database = openDatabase({ databaseUrl, maxConnections: 1 });
  try {
    for (const tenant of tenants) await addUser(database, tenant, size.users + 1);
    for (const tenant of tenants.slice(1)) await nestGroup(database, tenant);
    await auditEvents(databaseUrl, tenants[0]);
    await queueEvents(databaseUrl, tenants[1]);
    await query(databaseUrl, "analyze");
    return await describeWorld(database, tenants, size);
  } finally {
    await database.close();
  }
}

async function addUser(database: Database, { tenantId, connectionId }: SeededTenant, n: number): Promise<void> {
  const { users } = database.openDirectory(tenantId);
  const actor = { kind: "connection", id: connectionId } as const;
  await createUser(users, { draft: seededUser(n), origin: "idp", connectionId, actor });
}

async function nestGroup(database: Database, { tenantId, connectionId, groupIds }: SeededTenant): Promise<void> {
  await createGroup(database.openDirectory(tenantId).groups, {
    draft: { displayName: "Parent", externalId: null },
    memberIds: groupIds,
    origin: "idp",
    connectionId,
    actor: { kind: "connection", id: connectionId },
    rules: strictGroupRules,
  });
}

/** As though the platform had made what an identity provider pushed. */
async function auditEvents(databaseUrl: string, tenant: SeededTenant | undefined): Promise<void> {
  await query(
    databaseUrl,
    `insert into audit_entries (tenant_id, id, actor, action, resource_type, resource_id, event_id, recorded_at)
     select tenant_id, id, actor, type, resource_type, resource_id, id, recorded_at from events where tenant_id = $1`,
    [tenant?.tenantId],
  );
}

/** What no worker has come to yet. */
async function queueEvents(databaseUrl: string, tenant: SeededTenant | undefined): Promise<void> {
  await query(
    databaseUrl,
    `insert into outbox (tenant_id, id, type, resource_type, resource_id, actor, data)
     select tenant_id, gen_random_uuid(), type, resource_type, resource_id, actor, data
     from (select * from outbox where tenant_id = $1 limit 1) event, generate_series(1, $2)`,
    [tenant?.tenantId, BACKLOG],
  );
}

async function describeWorld(database: Database, [tenant]: readonly SeededTenant[], size: WorldSize): Promise<World> {
  const [largeGroupId, smallGroupId] = tenant?.groupIds ?? [];
  if (tenant === undefined || largeGroupId === undefined || smallGroupId === undefined) {
    throw new Error("a world needs a tenant with two groups");
  }
  const { users } = database.openDirectory(tenant.tenantId);
  const [firstUser] = await users.lookUp("userName", [seededUser(1).userName]);
  const [lastUser] = await users.lookUp("userName", [seededUser(size.users).userName]);
  if (firstUser === undefined || lastUser === undefined) throw new Error("a world needs two users");
  return { size, tenant, firstUser, lastUser, largeGroupId, smallGroupId };
}
