import { type AuditEntry, auditOnlyActions, eventTypes } from "@rollcall/domain";
import { z } from "zod";
import { actor } from "./actor.ts";
import { id } from "./id.ts";
import { instant } from "./instant.ts";
import type { ShapeOf, Wire } from "./wire.ts";

export const auditAction = z.enum([...eventTypes, ...auditOnlyActions]).meta({
  id: "AuditAction",
  description: "What was done or refused. New actions may come; pass over those you do not know.",
  examples: ["token.created"],
  "x-open-enum": true,
});

export const auditEntrySchema = z
  .object({
    id,
    recordedAt: instant,
    actor: actor.nullable().meta({ description: "null when nobody could be identified" }),
    action: auditAction,
    resourceType: z.string().nullable(),
    resourceId: z.string().nullable(),
    eventId: id.nullable().meta({ description: "The event that tells what changed; null where nothing did" }),
    requestId: z.string().nullable().meta({ description: "Finds the request in the log" }),
    ipAddress: z.string().nullable(),
  } satisfies ShapeOf<Wire<AuditEntry>>)
  .meta({
    id: "AuditEntry",
    description: "Who did what, when and from where. Entries are never changed.",
    examples: [
      {
        id: "01935f22-1111-7222-8333-944455556666",
        recordedAt: "2026-02-03T09:30:00.000Z",
        actor: { kind: "api_key", id: "01935f00-0000-7000-8000-000000000001" },
        action: "token.created",
        resourceType: "token",
        resourceId: "01935f1e-9000-7b21-a1b2-c3d4e5f60718",
        eventId: "01935f22-0000-7111-8222-933344445555",
        requestId: "01935f23-0000-7000-8000-000000000001",
        ipAddress: "10.0.0.7",
      },
    ],
  });
