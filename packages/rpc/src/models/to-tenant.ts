import { purgeTime, type Tenant } from "@rollcall/domain";
import type { z } from "zod";
import type { tenantSchema } from "../schemas/tenant.ts";

export function toTenant(tenant: Tenant): z.input<typeof tenantSchema> {
  return {
    ...tenant,
    deletedAt: tenant.deletedAt?.toISOString() ?? null,
    purgeAt: tenant.deletedAt === null ? null : purgeTime(tenant.deletedAt).toISOString(),
    createdAt: tenant.createdAt.toISOString(),
    updatedAt: tenant.updatedAt.toISOString(),
  };
}
