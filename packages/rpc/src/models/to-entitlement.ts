import type { Entitlement } from "@rollcall/domain";
import type { z } from "zod";
import type { entitlementSchema } from "../schemas/entitlement.ts";

export function toEntitlement(entitlement: Entitlement): z.input<typeof entitlementSchema> {
  return {
    ...entitlement,
    createdAt: entitlement.createdAt.toISOString(),
    updatedAt: entitlement.updatedAt.toISOString(),
  };
}
