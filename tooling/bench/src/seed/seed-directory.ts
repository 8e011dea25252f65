import { type Database, openDatabase } from "@rollcall/database";
import { createGroup, createTenant, createUser, strictGroupRules } from "@rollcall/domain";
import type { Client } from "pg";
import { connectTo } from "../servers/connect-to.ts";
import { drainOutbox } from "./drain-outbox.ts";
import { multiplyMembers } from "./multiply-members.ts";
import { multiplyUsers } from "./multiply-users.ts";
import { createPeople } from "./people.ts";
import { seededGroup } from "./seeded-group.ts";
import { seededUser } from "./seeded-user.ts";

export interface DirectorySeed {
  /** Of the tables' owner; the schema has been migrated, and no worker runs. */
  readonly databaseUrl: string;
  readonly tenants: readonly TenantSeed[];
}

interface TenantSeed {
  readonly name: string;
  /** At least one. They are `seededUser(1)`, `seededUser(2)` and so on, also in the order of their ids. */
  readonly users: number;
  /** The number of members of each group, at least one each: they are the tenant's first users. Default: no groups. */
  readonly groupSizes?: readonly number[];
}

export interface SeededTenant {
  readonly tenantId: string;
  readonly connectionId: string;
  /** In the order of `groupSizes`. */
  readonly groupIds: readonly string[];
}

const system = { kind: "system" } as const;

/**
 * Fills tenants as an identity provider would have, only faster: a tenant's first user, and each group with its first
 * member, come in through the domain, and SQL makes as many like them as there shall be, with their events and totals.
 * So the rows have whatever the application writes, also when it will write something else.
 */
export async function seedDirectory({ databaseUrl, tenants }: DirectorySeed): Promise<SeededTenant[]> {
  const database = openDatabase({ databaseUrl, maxConnections: 1 });
  const owner = await connectTo(databaseUrl);
  const seeded: SeededTenant[] = [];
  for (const tenant of tenants) seeded.push(await seedTenant(database, owner, tenant));
  // In life autovacuum does it.
  await owner.query("vacuum analyze");
  await owner.end();
  await database.close();
  return seeded;
}

async function seedTenant(
  { openPlatform, openDirectory, sequencer }: Database,
  owner: Client,
  { name, users, groupSizes = [] }: TenantSeed,
): Promise<SeededTenant> {
  const { tenants } = openPlatform();
  const { tenant, connection } = await createTenant(tenants, { name, identityProvider: "okta", actor: system });
  const tenantId = tenant.id;
  const directory = openDirectory(tenantId);
  const pushed = {
    origin: "idp",
    connectionId: connection.id,
    actor: { kind: "connection", id: connection.id },
  } as const;

  const template = await createUser(directory.users, { ...pushed, draft: seededUser(1) });
  await drainOutbox(sequencer, tenantId);
  const firstId = await createPeople(owner, users);
  await multiplyUsers(owner, { tenantId, template, count: users });
  // Where pages begin is counted as numbers are given.
  await drainOutbox(sequencer, tenantId);

  const groupIds: string[] = [];
  for (const [index, count] of groupSizes.entries()) {
    const request = { ...pushed, draft: seededGroup(index + 1), memberIds: [firstId], rules: strictGroupRules };
    const { id } = await createGroup(directory.groups, request);
    await drainOutbox(sequencer, tenantId);
    await multiplyMembers(owner, { tenantId, groupId: id, count });
    groupIds.push(id);
  }
  return { tenantId, connectionId: connection.id, groupIds };
}
