import { type Event, eventResourceTypes, eventTypes } from "@rollcall/domain";
import { z } from "zod";
import { actor } from "./actor.ts";
import { id } from "./id.ts";
import { instant } from "./instant.ts";
import { json } from "./json.ts";
import type { ShapeOf, Wire } from "./wire.ts";

export const eventType = z.enum(eventTypes).meta({
  id: "EventType",
  description: "What happened. New types may come; pass over those you do not know.",
  examples: ["user.created"],
  "x-open-enum": true,
});

export const eventSchema = z
  .object({
    id,
    sequence: z.int().min(1).meta({ description: "1, 2, 3 … within the tenant, without gaps" }),
    type: eventType,
    resourceType: z.enum(eventResourceTypes),
    resourceId: id,
    resourceVersion: z
      .int()
      .min(1)
      .nullable()
      .meta({ description: "The resource's version after the change, if it has one" }),
    actor,
    data: z
      .record(z.string(), json)
      .meta({ description: "The resource after the change, and in `previous` the old values" }),
    recordedAt: instant,
  } satisfies ShapeOf<Wire<Event>>)
  .meta({
    id: "Event",
    description: "One committed change, in a feed that is ordered and without gaps per tenant.",
    examples: [
      {
        id: "01935f22-0000-7111-8222-933344445555",
        sequence: 42,
        type: "group.member_added",
        resourceType: "group",
        resourceId: "01935f21-aaaa-7bbb-8ccc-9ddd0eee1fff",
        resourceVersion: 12,
        actor: { kind: "connection", id: "01935f1e-8d2b-7a10-8c55-0a1b2c3d4e5f" },
        data: {
          groupId: "01935f21-aaaa-7bbb-8ccc-9ddd0eee1fff",
          memberId: "01935f20-1111-7222-8333-944455556666",
          memberType: "user",
        },
        recordedAt: "2026-02-05T08:15:00.000Z",
      },
    ],
  });
