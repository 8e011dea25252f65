import type { Group } from "@rollcall/domain";
import { sql } from "kysely";
import { queryBuilder } from "../session/query-builder.ts";
import type { Session } from "../session/session.ts";

/** A group that was locked, with the version that its change will give it. */
export interface LockedGroup extends Pick<Group, "id" | "displayName"> {
  readonly nextVersion: number;
}

/**
 * Locks the groups that a user or a group is a member of, in the order of their ids, so that two such calls wait for
 * each other and do not deadlock; then gives each its next version, because its members are about to change.
 */
export async function lockGroupsOf(session: Session, tenantId: string, memberId: string): Promise<LockedGroup[]> {
  const rows = await session.query(
    queryBuilder
      .selectFrom("groups")
      .select(["id", "display_name", "version"])
      .where("tenant_id", "=", tenantId)
      .where(sql<boolean>`id in (
        select group_id from memberships where tenant_id = ${tenantId} and user_id = ${memberId}
        union all
        select group_id from nestings where tenant_id = ${tenantId} and child_id = ${memberId}
      )`)
      .orderBy("id")
      .forUpdate()
      .compile(),
  );
  if (rows.length === 0) return [];
  await session.query(
    queryBuilder
      .updateTable("groups")
      .set((eb) => ({ version: eb("version", "+", 1), updated_at: new Date() }))
      .where("tenant_id", "=", tenantId)
      .where(
        "id",
        "in",
        rows.map((row) => row.id),
      )
      .compile(),
  );
  return rows.map((row) => ({ id: row.id, displayName: row.display_name, nextVersion: row.version + 1 }));
}
