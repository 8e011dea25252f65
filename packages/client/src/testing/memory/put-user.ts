import { DomainError, fold, type User } from "@rollcall/domain";
import type { TenantRows } from "./tenant-rows.ts";
import { claimValues } from "./unique-values.ts";

/**
 * Adds a user, or replaces the one with its id.
 * @throws DomainError `conflict` when userName, externalId or the value of a unique extension attribute is taken.
 */
export function putUser(rows: TenantRows, user: User): void {
  const others = [...rows.users.values()].filter(({ id }) => id !== user.id);
  if (others.some(({ userName }) => fold(userName) === fold(user.userName))) {
    throw new DomainError({ code: "conflict", attribute: "userName", value: user.userName });
  }
  if (user.externalId !== null && others.some((other) => isSameToItsProvider(other, user))) {
    throw new DomainError({ code: "conflict", attribute: "externalId", value: user.externalId });
  }
  claimValues(rows, user);
  // Through JSON as in the database, which knows no keys without a value.
  rows.users.set(user.id, { ...user, profile: JSON.parse(JSON.stringify(user.profile)), groups: [] });
}

/** Without a connection there is no provider whose ids could meet. */
function isSameToItsProvider(left: User, right: User): boolean {
  return left.connectionId !== null && left.connectionId === right.connectionId && left.externalId === right.externalId;
}
