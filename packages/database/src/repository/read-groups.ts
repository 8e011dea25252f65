import type { GroupReference } from "@rollcall/domain";
import { sql } from "kysely";
import { groupsOfUser } from "../predicate/groups-of-user.ts";
import { statement } from "../session/statement.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import type { FoundUser } from "./user-row.ts";

interface Reader extends Pick<TenantAccess, "tenantId" | "sees"> {
  readonly run: TenantAccess["runAlone"];
}

/**
 * The groups of each row's user. Groups in groups are rare: only for users of such is it worth finding out where they
 * lead, for all of them in one more statement.
 */
export async function readGroups<TRow extends FoundUser>(
  rows: readonly TRow[],
  { tenantId, sees, run }: Reader,
): Promise<(row: TRow) => readonly GroupReference[]> {
  const ids = rows.filter(({ own_groups }) => own_groups?.some(({ isMember }) => isMember)).map(({ id }) => id);
  if (ids.length === 0) return directGroups;
  const reached = await run(groupsOfUsers, { tenantId, sees, ids });
  const groupsOf = new Map(reached.map(({ id, groups }) => [id, groups]));
  return (row) => groupsOf.get(row.id) ?? directGroups(row);
}

const NO_GROUPS: readonly GroupReference[] = [];

function directGroups({ own_groups }: FoundUser): readonly GroupReference[] {
  if (own_groups === null) return NO_GROUPS;
  const inOrder = own_groups.toSorted((left, right) => (left.id < right.id ? -1 : 1));
  return inOrder.map(({ id, displayName }) => ({ id, displayName, type: "direct" }));
}

interface Reached {
  id: string;
  groups: GroupReference[];
}

const groupsOfUsers = statement<Pick<Reader, "tenantId" | "sees"> & { ids: string[] }>()(
  "groups-of-users",
  (param) => sql<Reached>`
    select users.id, coalesce((
      select json_agg(json_build_object('id', id, 'displayName', display_name, 'type', type) order by id)
      from (${groupsOfUser(param("sees"))}) reached
    ), '[]'::json) as groups
    from (select ${param("tenantId")}::uuid as tenant_id, wanted.id from unnest(${param("ids")}::uuid[]) wanted (id)) users`,
);
