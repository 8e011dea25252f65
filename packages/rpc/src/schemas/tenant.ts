import { MAX_TENANT_NAME_LENGTH, type Tenant, tenantStates } from "@rollcall/domain";
import { z } from "zod";
import { id } from "./id.ts";
import { instant } from "./instant.ts";
import { text } from "./text.ts";
import type { ShapeOf, Wire } from "./wire.ts";

const tenantState = z.enum(tenantStates).meta({
  id: "TenantState",
  description:
    "active: reads and writes. paused: identity providers may read but not write. deleted: identity providers are shut out, the platform may still read, and all of it is erased for good 30 days later.",
  examples: ["active"],
});

export const tenantSchema = z
  .object({
    id,
    name: z.string(),
    state: tenantState,
    deletedAt: instant.nullable().meta({ description: "When it was deleted; null unless its state is deleted" }),
    purgeAt: instant.nullable().meta({ description: "When all of it is erased for good; null unless it is deleted" }),
    createdAt: instant,
    updatedAt: instant,
  } satisfies ShapeOf<Wire<Tenant> & { readonly purgeAt: string | null }>)
  .meta({
    id: "Tenant",
    description: "A customer of the platform. Everything else in the directory belongs to exactly one.",
    examples: [
      {
        id: "01935f1e-8d2a-7c3b-9f40-1f2e3d4c5b6a",
        name: "Acme",
        state: "active",
        deletedAt: null,
        purgeAt: null,
        createdAt: "2026-02-03T09:30:00.000Z",
        updatedAt: "2026-02-03T09:30:00.000Z",
      },
    ],
  });

export const tenantName = text(MAX_TENANT_NAME_LENGTH).meta({
  description: "What people call the customer",
  examples: ["Acme"],
});
