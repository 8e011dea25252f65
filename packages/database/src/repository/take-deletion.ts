import { DELETION_WINDOW_DAYS } from "@rollcall/domain";
import { type RawBuilder, sql } from "kysely";
import { queryBuilder } from "../session/query-builder.ts";
import type { Session } from "../session/session.ts";
import type { TenantAccess } from "../session/tenant-access.ts";

type Caller = Pick<TenantAccess, "tenantId" | "sees">;

/** Whether a copy is within its window, and of something that the caller sees. */
export function isRestorable(sees: TenantAccess["sees"]): RawBuilder<boolean> {
  const inTime = sql`deleted_at > now() - make_interval(days => ${DELETION_WINDOW_DAYS})`;
  return sql`(${inTime} and (snapshot ->> 'origin' = 'idp' or ${sees}::text = 'all'))`;
}

/** A copy's times are texts, as JSON has them: Citus returns from a DELETE nothing that it would have to compute a time from. */
export type CopiedTimes<TItem> = Omit<TItem, "createdAt" | "updatedAt"> & Record<"createdAt" | "updatedAt", string>;

interface Wanted<TCopy> {
  readonly resourceType: "user" | "group";
  readonly id: string;
  /** What of `snapshot` is wanted, as a list of columns. */
  readonly columns: RawBuilder<TCopy>;
}

/** Takes the copy of a deleted user or group; undefined when none is kept. One of several who want it gets it. */
export async function takeDeletion<TCopy>(
  session: Session,
  { tenantId, sees }: Caller,
  { resourceType, id, columns }: Wanted<TCopy>,
): Promise<TCopy | undefined> {
  const [copy] = await session.query(
    sql<TCopy>`
      delete from deletions
      where tenant_id = ${tenantId} and resource_id = ${id} and resource_type = ${resourceType} and ${isRestorable(sees)}
      returning ${columns}`.compile(queryBuilder),
  );
  return copy;
}
