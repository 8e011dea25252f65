import { DELETION_WINDOW_DAYS } from "@rollcall/domain";
import { rowById } from "./rows-by-id.ts";
import type { TenantAccess } from "./tenant-access.ts";
import type { DeletionRow, TenantRows } from "./tenant-rows.ts";

const WINDOW_MS = DELETION_WINDOW_DAYS * 24 * 60 * 60 * 1000;

/** From then on a copy is as good as erased. */
export function purgeTime({ deletedAt }: Pick<DeletionRow, "deletedAt">): Date {
  return new Date(deletedAt.getTime() + WINDOW_MS);
}

/** Whether a copy is within its window, and of something that the caller sees. */
export function isRestorable(row: DeletionRow, { sees }: Pick<TenantAccess, "sees">): boolean {
  return purgeTime(row) > new Date() && sees(row.resourceType === "user" ? row.user : row.group);
}

/** Takes the copy of a deleted user or group; undefined when none is kept. */
export function takeDeletion<TType extends DeletionRow["resourceType"]>(
  { deletions }: TenantRows,
  { id, resourceType, ...access }: Wanted<TType>,
): Extract<DeletionRow, { resourceType: TType }> | undefined {
  const row = rowById(deletions, id);
  if (row === undefined || !isOfType(row, resourceType) || !isRestorable(row, access)) return undefined;
  deletions.delete(row.id);
  return row;
}

interface Wanted<TType> extends Pick<TenantAccess, "sees"> {
  readonly id: string;
  readonly resourceType: TType;
}

function isOfType<TType extends DeletionRow["resourceType"]>(
  row: DeletionRow,
  type: TType,
): row is Extract<DeletionRow, { resourceType: TType }> {
  return row.resourceType === type;
}
