import type { GroupReference, User, UserRestoration } from "@rollcall/domain";
import { sql } from "kysely";
import { asConflict } from "../session/database-error.ts";
import { queryBuilder } from "../session/query-builder.ts";
import type { Session } from "../session/session.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import { claimValues, knownExtensions } from "./claim-values.ts";
import { eventColumns } from "./event-columns.ts";
import { advanceGroups, lockGroupsById, type LockedGroup } from "./lock-groups.ts";
import { auditEntryOf, recordAudit } from "./record-audit.ts";
import { readGroups } from "./read-groups.ts";
import { recordEvents } from "./record-events.ts";
import { takeDeletion } from "./take-deletion.ts";
import { userLookups } from "./user-lookups.ts";
import { userFromRow } from "./user-row.ts";
import { userValues } from "./user-values.ts";
import { userStatements } from "./user-statements.ts";

interface Restoration {
  readonly id: string;
  readonly events: UserRestoration;
}

/** Brings a deleted user back, into those of its groups that still exist. @returns undefined when no copy is kept. */
export async function restoreUser(
  session: Session,
  access: TenantAccess,
  { id, events }: Restoration,
): Promise<User | undefined> {
  const { tenantId, sees } = access;
  const copy = await takeDeletion(session, access, { resourceType: "user", id, columns: copyColumns });
  if (copy === undefined) return undefined;
  const groups = await lockGroupsById(session, tenantId, directGroupIds(copy.groups));
  await insertUser(session, access, { user: await nextVersion(session, tenantId, { ...copy, id }), events });
  await joinGroups(session, tenantId, { userId: id, groups });
  await recordEvents(session, access, { events: groups.map((group) => events.joined(group, group.nextVersion)) });
  const [row] = await session.run(userLookups.user.id, { tenantId, sees, value: id });
  if (row === undefined) return undefined;
  const groupsOf = await readGroups([row], { tenantId, sees, run: session.run });
  return userFromRow(row, groupsOf(row));
}

/** `deletions.snapshot` holds a user as the domain has it, as JSON. */
const copyColumns = sql<Omit<User, "id">>`
  snapshot ->> 'origin' as "origin", snapshot ->> 'connectionId' as "connectionId",
  snapshot ->> 'externalId' as "externalId", snapshot ->> 'userName' as "userName",
  (snapshot -> 'active')::boolean as "active", snapshot -> 'profile' as "profile", snapshot -> 'groups' as "groups",
  (snapshot -> 'version')::integer as "version", (snapshot ->> 'createdAt')::timestamptz as "createdAt",
  (snapshot ->> 'updatedAt')::timestamptz as "updatedAt"`;

function directGroupIds(groups: readonly GroupReference[]): string[] {
  return groups.filter(({ type }) => type === "direct").map(({ id }) => id);
}

/** Without the values of extension schemas that were deleted meanwhile. */
async function nextVersion(session: Session, tenantId: string, user: User): Promise<User> {
  const { extensions: former, ...profile } = user.profile;
  const extensions = former && (await knownExtensions(session, tenantId, former));
  return {
    ...user,
    profile: extensions === undefined ? profile : { ...profile, extensions },
    version: user.version + 1,
    updatedAt: new Date(Math.max(Date.now(), user.updatedAt.getTime())),
  };
}

async function insertUser(
  session: Session,
  access: TenantAccess,
  { user, events }: { user: User; events: UserRestoration },
): Promise<void> {
  const { tenantId } = access;
  const { id, connectionId, origin, version, createdAt, profile } = user;
  const event = events.restored(user);
  const key = { tenantId, id, connectionId, origin, version, createdAt };
  await session
    .run(userStatements.insert, { ...key, ...userValues(user), ...eventColumns(event) })
    .catch((error: unknown) => {
      const { userName, externalId } = user;
      throw asConflict(error, { userName, externalId });
    });
  await claimValues(session, tenantId, { userId: id, before: undefined, after: profile.extensions });
  await recordAudit(session, access, [auditEntryOf(event)]);
}

async function joinGroups(
  session: Session,
  tenantId: string,
  { userId, groups }: { userId: string; groups: readonly LockedGroup[] },
): Promise<void> {
  if (groups.length === 0) return;
  const memberships = groups.map((group) => ({ tenant_id: tenantId, group_id: group.id, user_id: userId }));
  await session.query(queryBuilder.insertInto("memberships").values(memberships).compile());
  await advanceGroups(session, tenantId, groups);
}
