import { evaluatePredicate, fold, type Group, type ListQuery, type Page } from "@rollcall/domain";
import { groupFromRow } from "./group-from-row.ts";
import { listPage } from "./list-page.ts";
import { membersOf } from "./memberships.ts";
import type { TenantRows } from "./tenant-rows.ts";

export function listGroups(rows: TenantRows, query: ListQuery): Page<Group> {
  const { where, search } = query;
  const matching = [...rows.groups.values()]
    .map(groupFromRow)
    .filter(
      (group) => where === undefined || evaluatePredicate(where, { ...group, members: membersOf(rows, group.id) }),
    )
    .filter(({ displayName }) => search === undefined || fold(displayName).includes(fold(search)));
  return listPage(matching, query);
}
