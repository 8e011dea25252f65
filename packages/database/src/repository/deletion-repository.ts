import { DELETION_WINDOW_DAYS, type DeletionRepository } from "@rollcall/domain";
import { sql } from "kysely";
import { queryBuilder } from "../session/query-builder.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import { isRestorable } from "./take-deletion.ts";

const DAY_MS = 86_400_000;

/** The deleted users and groups of the tenant that `access` is bound to. */
export function createDeletionRepository(access: TenantAccess): DeletionRepository {
  const { tenantId, sees } = access;
  return {
    async list({ resourceType, afterId, count }) {
      const all = queryBuilder
        .selectFrom("deletions")
        .select(["resource_id", "deleted_at"])
        .select(sql<string>`snapshot ->> ${nameKeys[resourceType]}`.as("name"))
        .where("tenant_id", "=", tenantId)
        .where("resource_type", "=", resourceType)
        .where(isRestorable(sees))
        .orderBy("resource_id")
        // One more than asked for tells whether others follow.
        .limit(count + 1);
      const wanted = afterId === undefined ? all : all.where("resource_id", ">", afterId);
      const rows = await access.transact((session) => session.query(wanted.compile()));
      const items = rows.slice(0, count).map((row) => ({
        id: row.resource_id,
        resourceType,
        name: row.name,
        deletedAt: row.deleted_at,
        purgeAt: new Date(row.deleted_at.getTime() + DELETION_WINDOW_DAYS * DAY_MS),
      }));
      const last = items.at(-1);
      return { items, next: rows.length > count && last ? { id: last.id } : undefined, total: undefined };
    },
  };
}

const nameKeys = { user: "userName", group: "displayName" } as const;
