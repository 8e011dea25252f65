import { MAX_TENANT_NAME_LENGTH, type Tenant } from "@rollcall/domain";
import { z } from "zod";
import { id } from "./id.ts";
import { instant } from "./instant.ts";
import { text } from "./text.ts";
import type { ShapeOf, Wire } from "./wire.ts";

export const tenantSchema = z
  .object({ id, name: z.string(), createdAt: instant, updatedAt: instant } satisfies ShapeOf<Wire<Tenant>>)
  .meta({
    id: "Tenant",
    description: "A customer of the platform. Everything else in the directory belongs to exactly one.",
    examples: [
      {
        id: "01935f1e-8d2a-7c3b-9f40-1f2e3d4c5b6a",
        name: "Acme",
        createdAt: "2026-02-03T09:30:00.000Z",
        updatedAt: "2026-02-03T09:30:00.000Z",
      },
    ],
  });

export const tenantName = text(MAX_TENANT_NAME_LENGTH).meta({
  description: "What people call the customer",
  examples: ["Acme"],
});
