import { DomainError, fold, type Group } from "@rollcall/domain";
import { sql } from "kysely";
import { asConflict } from "../session/database-error.ts";
import { queryBuilder } from "../session/query-builder.ts";
import type { Session } from "../session/session.ts";
import { groupStatements } from "./group-statements.ts";
import { advanceGroups, lockGroupsOf } from "./lock-groups.ts";
import { memberStatements } from "./member-statements.ts";

interface GroupWrite {
  readonly group: Group;
  /** Whether its name may be used once only. */
  readonly uniqueName: boolean;
}

/** @throws DomainError `conflict` when the name is asked to be unique and is taken. */
export async function insertGroup(session: Session, tenantId: string, write: GroupWrite): Promise<void> {
  const { id, connectionId, origin, createdAt } = write.group;
  const values = await groupValues(session, tenantId, write);
  const key = { tenant_id: tenantId, id, connection_id: connectionId, origin, created_at: createdAt };
  const insert = queryBuilder.insertInto("groups").values({ ...key, ...values });
  await session.query(insert.compile()).catch(rethrowConflict(write.group));
}

/** @throws DomainError `conflict` when the name is asked to be unique and is taken. */
export async function updateGroup(session: Session, tenantId: string, write: GroupWrite): Promise<void> {
  const update = queryBuilder
    .updateTable("groups")
    .set(await groupValues(session, tenantId, write))
    .where("tenant_id", "=", tenantId)
    .where("id", "=", write.group.id);
  await session.query(update.compile()).catch(rethrowConflict(write.group));
}

/** Deletes a group with its memberships, and keeps a copy of both. */
export async function deleteGroup(session: Session, tenantId: string, group: Group): Promise<void> {
  const parents = await lockGroupsOf(session, tenantId, group.id);
  const members = await session.run(memberStatements.idsOf, { tenantId, groupId: group.id });
  const deletion = queryBuilder
    .deleteFrom("groups")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", group.id)
    .returning(sql<boolean>`unique_name_key is not null`.as("uniqueName"));
  const [rules] = await session.query(deletion.compile());
  await advanceGroups(session, tenantId, parents);
  const memberIds = members.map(({ id }) => id);
  const parentIds = parents.map(({ id }) => id);
  const snapshot = JSON.stringify({ ...group, ...rules, memberIds, parentIds });
  const copy = { tenant_id: tenantId, resource_id: group.id, resource_type: "group", snapshot } as const;
  await session.query(queryBuilder.insertInto("deletions").values(copy).compile());
}

async function groupValues(session: Session, tenantId: string, { group, uniqueName }: GroupWrite) {
  const nameKey = fold(group.displayName);
  if (uniqueName) {
    // The index guards against those that are unique as well; this against those that once did not have to be.
    const [other] = await session.run(groupStatements.sameName, { tenantId, id: group.id, nameKey });
    if (other !== undefined) throw nameConflict(group);
  }
  return {
    external_id: group.externalId,
    display_name: group.displayName,
    display_name_key: nameKey,
    unique_name_key: uniqueName ? nameKey : null,
    version: group.version,
    updated_at: group.updatedAt,
  };
}

function nameConflict({ displayName }: Group): DomainError {
  return new DomainError({ code: "conflict", attribute: "displayName", value: displayName });
}

function rethrowConflict({ displayName }: Group): (error: unknown) => never {
  return (error) => {
    throw asConflict(error, { displayName });
  };
}
