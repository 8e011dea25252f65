import type { Group } from "@rollcall/domain";
import { type RawBuilder, sql } from "kysely";
import { queryBuilder } from "../session/query-builder.ts";
import type { Session } from "../session/session.ts";

/** A group that was locked, with the version that its change will give it. */
export interface LockedGroup extends Pick<Group, "id" | "displayName"> {
  readonly nextVersion: number;
}

/** Locks the groups that a user or a group is a member of, whoever sees them; others may still take it in meanwhile. */
export async function lockGroupsOf(session: Session, tenantId: string, memberId: string): Promise<LockedGroup[]> {
  return await lockGroups(
    session,
    tenantId,
    sql`id in (
      select group_id from memberships where tenant_id = ${tenantId} and user_id = ${memberId}
      union all
      select group_id from nestings where tenant_id = ${tenantId} and child_id = ${memberId}
    )`,
  );
}

/** Locks those of the groups that there are. */
export async function lockGroupsById(
  session: Session,
  tenantId: string,
  ids: readonly string[],
): Promise<LockedGroup[]> {
  return ids.length === 0 ? [] : await lockGroups(session, tenantId, sql`id = any(${ids}::uuid[])`);
}

/** In the order of their ids, so that two such calls wait for each other and do not deadlock. */
async function lockGroups(session: Session, tenantId: string, condition: RawBuilder<boolean>): Promise<LockedGroup[]> {
  const rows = await session.query(
    queryBuilder
      .selectFrom("groups")
      .select(["id", "display_name", "version"])
      .where("tenant_id", "=", tenantId)
      .where(condition)
      .orderBy("id")
      .forUpdate()
      .compile(),
  );
  return rows.map((row) => ({ id: row.id, displayName: row.display_name, nextVersion: row.version + 1 }));
}

/** Gives locked groups their next version, because their members change. */
export async function advanceGroups(session: Session, tenantId: string, groups: readonly LockedGroup[]): Promise<void> {
  if (groups.length === 0) return;
  await session.query(
    queryBuilder
      .updateTable("groups")
      .set((eb) => ({ version: eb("version", "+", 1), updated_at: new Date() }))
      .where("tenant_id", "=", tenantId)
      .where(
        "id",
        "in",
        groups.map((group) => group.id),
      )
      .compile(),
  );
}
