import {
  createGroup,
  createTenant,
  createUser,
  type Directory,
  strictGroupRules,
  type UserDraft,
} from "@rollcall/domain";
import { createMemoryDatabase } from "./memory-database.ts";

export const actor = { kind: "system" } as const;

/** A tenant of its own, in a deployment of its own. */
export async function createDirectory() {
  const { openPlatform, openDirectory } = createMemoryDatabase();
  const { tenants } = openPlatform();
  const { tenant, connection } = await createTenant(tenants, { name: "Acme", identityProvider: "okta", actor });
  const directory = openDirectory(tenant.id);
  return { tenant, connection, directory, openPlatform, openDirectory };
}

export async function addUser({ users }: Directory, draft: Partial<UserDraft> & Pick<UserDraft, "userName">) {
  return await createUser(users, {
    draft: { externalId: null, active: true, profile: {}, ...draft },
    origin: "platform",
    connectionId: null,
    actor,
  });
}

export async function addGroup({ groups }: Directory, displayName: string, memberIds: readonly string[] = []) {
  return await createGroup(groups, {
    draft: { displayName, externalId: null },
    memberIds,
    origin: "platform",
    connectionId: null,
    actor,
    rules: strictGroupRules,
  });
}
