import type { Group, RestoredGroup } from "@rollcall/domain";
import { sql } from "kysely";
import type { Session } from "../session/session.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import { type CopiedTimes, takeDeletion } from "./take-deletion.ts";

interface TakenGroup extends RestoredGroup {
  /** Whether its name had to be unique. */
  readonly uniqueName: boolean;
}

/** A deleted group as it shall come back, taken out of the deletions; undefined when no copy is kept. */
export async function takeGroup(session: Session, access: TenantAccess, id: string): Promise<TakenGroup | undefined> {
  const copy = await takeDeletion(session, access, { resourceType: "group", id, columns: copyColumns });
  if (copy === undefined) return undefined;
  const { uniqueName, memberIds, parentIds, ...group } = copy;
  const createdAt = new Date(group.createdAt);
  const updatedAt = new Date(Math.max(Date.now(), Date.parse(group.updatedAt)));
  return {
    group: { ...group, id, version: group.version + 1, createdAt, updatedAt },
    memberIds,
    parentIds,
    uniqueName,
  };
}

type GroupCopy = CopiedTimes<Omit<Group, "id">> & Pick<TakenGroup, "memberIds" | "parentIds" | "uniqueName">;

/** `deletions.snapshot` holds a group as the domain has it, as JSON; older copies know less of what was around it. */
const copyColumns = sql<GroupCopy>`
  snapshot ->> 'origin' as "origin", snapshot ->> 'connectionId' as "connectionId",
  snapshot ->> 'externalId' as "externalId", snapshot ->> 'displayName' as "displayName",
  (snapshot -> 'version')::integer as "version", snapshot ->> 'createdAt' as "createdAt", snapshot ->> 'updatedAt' as "updatedAt",
  coalesce((snapshot -> 'uniqueName')::boolean, true) as "uniqueName", snapshot -> 'memberIds' as "memberIds",
  coalesce(snapshot -> 'parentIds', '[]') as "parentIds"`;
