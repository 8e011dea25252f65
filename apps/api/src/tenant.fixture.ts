import { createGroup, createUser, type Group, strictGroupRules, type User } from "@rollcall/domain";
import type { ApiUnderTest } from "./api.fixture.ts";

export interface TenantUnderTest {
  readonly id: string;
  /** As in `/api/v1/tenants/01935f1e-…`. */
  readonly path: string;
  /** Adds users as an identity provider would. */
  pushUser(userName: string, draft?: Partial<User>): Promise<User>;
  pushGroup(displayName: string, memberIds?: readonly string[]): Promise<Group>;
}

const actor = { kind: "system" } as const;

/** A new tenant, whose identity provider may push. */
export async function createTenant(api: ApiUnderTest, name = "Acme"): Promise<TenantUnderTest> {
  const { body } = await api.call<{ id: string }>("POST /api/v1/tenants", { json: { name } });
  const { users, groups, connections } = api.database.openDirectory(body.id);
  const [connection] = await connections.list();
  const made = { origin: "idp", connectionId: connection?.id ?? null, actor } as const;
  return {
    id: body.id,
    path: `/api/v1/tenants/${body.id}`,
    pushUser: (userName, { externalId = null, active = true, profile = {} } = {}) =>
      createUser(users, { draft: { userName, externalId, active, profile }, ...made }),
    pushGroup: (displayName, memberIds = []) =>
      createGroup(groups, { draft: { displayName, externalId: null }, memberIds, ...made, rules: strictGroupRules }),
  };
}
