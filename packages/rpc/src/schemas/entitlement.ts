import { type Entitlement, entitlementKinds, MAX_ENTITLEMENT_TYPE_LENGTH, MAX_KEY_LENGTH } from "@rollcall/domain";
import { z } from "zod";
import { id } from "./id.ts";
import { instant } from "./instant.ts";
import { text } from "./text.ts";
import type { ShapeOf, Wire } from "./wire.ts";

export const entitlementKind = z
  .enum(entitlementKinds)
  .meta({ id: "EntitlementKind", description: "A role, or any other entitlement.", examples: ["role"] });

export const entitlementName = text(MAX_KEY_LENGTH).meta({ examples: ["Editor"] });

export const entitlementType = text(MAX_ENTITLEMENT_TYPE_LENGTH).meta({
  description: "What sort of entitlement it is; a role has none",
  examples: ["License"],
});

export const entitlementSchema = z
  .object({
    id,
    kind: entitlementKind,
    displayName: z.string(),
    type: z.string().nullable().meta({ description: "What sort of entitlement it is; null for a role" }),
    createdAt: instant,
    updatedAt: instant,
  } satisfies ShapeOf<Wire<Entitlement>>)
  .meta({
    id: "Entitlement",
    description: "Something that the platform offers and identity providers may assign to users.",
    examples: [
      {
        id: "01935f25-3333-7444-8555-a66677778888",
        kind: "role",
        displayName: "Editor",
        type: null,
        createdAt: "2026-02-03T09:30:00.000Z",
        updatedAt: "2026-02-03T09:30:00.000Z",
      },
    ],
  });
