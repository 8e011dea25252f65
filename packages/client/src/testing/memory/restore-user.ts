import type { Extensions, NewEvent, User, UserRestoration } from "@rollcall/domain";
import { addMember, bumpVersion, withGroups } from "./memberships.ts";
import { putUser } from "./put-user.ts";
import type { TenantRows } from "./tenant-rows.ts";

interface RestoredUser {
  readonly user: User;
  readonly events: readonly NewEvent[];
}

/** Brings a deleted user back, into those of its former groups that still exist. */
export function restoreUser(rows: TenantRows, former: User, events: UserRestoration): RestoredUser {
  const updatedAt = new Date(Math.max(Date.now(), former.updatedAt.getTime()));
  const next: User = { ...former, profile: knownProfile(rows, former), version: former.version + 1, updatedAt };
  putUser(rows, next);
  const restored = events.restored(next);
  const joined = former.groups.flatMap(({ id }) => bumpVersion(rows, id));
  for (const group of joined) addMember(rows, group.id, { id: next.id, type: "user" });
  return {
    user: withGroups(rows, next),
    events: [restored, ...joined.map((group) => events.joined(group, group.version))],
  };
}

/** Without the values of extension schemas that were deleted meanwhile. */
function knownProfile({ extensionSchemas }: TenantRows, { profile }: User): User["profile"] {
  const { extensions: former = {}, ...rest } = profile;
  const urns = new Set<string>([...extensionSchemas.values()].map(({ urn }) => urn));
  const known: Extensions = Object.fromEntries(Object.entries(former).filter(([urn]) => urns.has(urn)));
  return Object.keys(known).length === 0 ? rest : { ...rest, extensions: known };
}
