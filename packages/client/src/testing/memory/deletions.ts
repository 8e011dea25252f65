import type { Deletion, DeletionRepository } from "@rollcall/domain";
import { pageAfter } from "./rows-by-id.ts";
import { isRestorable, purgeTime } from "./take-deletion.ts";
import type { TenantAccess } from "./tenant-access.ts";
import type { DeletionRow } from "./tenant-rows.ts";

export function createDeletionRepository(access: TenantAccess): DeletionRepository {
  return {
    list: ({ resourceType, afterId, count }) =>
      access.read(({ deletions }) => {
        const wanted = [...deletions.values()].filter(
          (row) => row.resourceType === resourceType && isRestorable(row, access),
        );
        return pageAfter(wanted.map(deletionFromRow), { afterId, count });
      }),
  };
}

function deletionFromRow(row: DeletionRow): Deletion {
  const { id, resourceType, deletedAt } = row;
  const name = row.resourceType === "user" ? row.user.userName : row.group.displayName;
  return { id, resourceType, name, deletedAt, purgeAt: purgeTime(row) };
}
