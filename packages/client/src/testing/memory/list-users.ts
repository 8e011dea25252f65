import { evaluatePredicate, fold, type ListQuery, type Page, type User, type UserReadOptions } from "@rollcall/domain";
import { listPage } from "./list-page.ts";
import { withGroups } from "./memberships.ts";
import type { TenantRows } from "./tenant-rows.ts";

export function listUsers(rows: TenantRows, query: ListQuery, options: UserReadOptions = {}): Page<User> {
  const { where, search } = query;
  const matching = [...rows.users.values()]
    .map((user) => withGroups(rows, user))
    .filter((user) => where === undefined || evaluatePredicate(where, user))
    .filter((user) => search === undefined || hasInName(user, fold(search)));
  const page = listPage(matching, query);
  return options.withGroups === false ? { ...page, items: page.items.map(withoutGroups) } : page;
}

/** Whether one of a user's names or e-mail addresses holds a folded text. */
function hasInName({ userName, profile }: User, text: string): boolean {
  const { displayName, name, emails = [] } = profile;
  const names = [userName, displayName, name?.formatted, name?.givenName, name?.familyName];
  return [...names, ...emails.map(({ value }) => value)].some(
    (each) => each !== undefined && fold(each).includes(text),
  );
}

function withoutGroups(user: User): User {
  return { ...user, groups: [] };
}
