import type { Client } from "pg";
import type { Directory, SeededGroup } from "../scenarios/scenario.ts";

/** What differs between the tables of the floor and of Rollcall. */
interface Tables {
  readonly members: "members" | "memberships";
  /** Whether a row is of the tenant, which is the first parameter. */
  readonly ofTenant: string;
}

export interface DirectoryToRead {
  /** Undefined at the floor, which has none. */
  readonly tenantId: string | undefined;
  readonly token: string;
  readonly size: number;
  readonly groups: readonly { readonly id: string; readonly size: number }[];
  /** At most as many users are read. */
  readonly maxUsers: number;
}

/** As many users as the requests of a window are spread over. */
export const MAX_USERS = 1_000;
/** Of one of many tenants. */
export const MIN_USERS = 10;
/** Of all groups of a size together: more than are added in a window. */
const MAX_OUTSIDERS = 4_000;

/** Reads from the tables what scenarios ask for. */
export async function readDirectory(client: Client, directory: DirectoryToRead): Promise<Directory> {
  const { tenantId, token, size, maxUsers } = directory;
  const tables: Tables =
    tenantId === undefined
      ? { members: "members", ofTenant: "$1::uuid is null" }
      : { members: "memberships", ofTenant: "tenant_id = $1::uuid" };
  const users = await client.query<{ id: string; userName: string }>(
    `select id, user_name as "userName" from users where ${tables.ofTenant} order by hashtext(user_name) limit $2`,
    [tenantId, maxUsers],
  );
  const groups: SeededGroup[] = [];
  for (const group of directory.groups) {
    const alike = directory.groups.filter((other) => other.size === group.size);
    const outsiders = await client.query<{ id: string }>(
      `select id from users where ${tables.ofTenant} and not exists (
         select from ${tables.members} where ${tables.ofTenant} and group_id = $2 and user_id = users.id
       ) order by hashtext(user_name) limit $3`,
      [tenantId, group.id, Math.ceil(MAX_OUTSIDERS / alike.length)],
    );
    groups.push({ ...group, outsiders: outsiders.rows.map(({ id }) => id) });
  }
  return { token, size, users: users.rows, groups };
}
