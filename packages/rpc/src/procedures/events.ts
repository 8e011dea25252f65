import { z } from "zod";
import { toEvent } from "../models/to-event.ts";
import { tenantEndpoint, tenantInput } from "../procedure.ts";
import { eventSchema, eventType } from "../schemas/event.ts";
import { pageInput } from "../schemas/page.ts";
import { trpc } from "../trpc.ts";

const eventPage = z
  .object({
    items: z.array(eventSchema),
    nextCursor: z.int().nonnegative().meta({ description: "`after` of the next call, now or whenever there is more" }),
  })
  .meta({ id: "EventPage", description: "A part of the feed." });

export const events = trpc.router({
  list: tenantEndpoint("events:read", {
    method: "GET",
    path: "/tenants/{tenantId}/events",
    operationId: "listEvents",
    tag: "Events",
    summary: "Read the event feed",
    description:
      "Events of a tenant with a higher sequence than `after`, in order. Keep `nextCursor` and ask again with it: nothing is missed and nothing comes twice. New events appear within moments, where there is a read replica within seconds.",
  })
    .input(
      tenantInput({
        after: z.int().nonnegative().default(0).meta({ description: "The sequence of the last event already seen" }),
        types: z.array(eventType).min(1).optional().meta({ description: "Only events of these types" }),
        limit: pageInput.limit,
      }),
    )
    .output(eventPage)
    .query(async ({ ctx, input: { after, types, limit } }) => {
      const items = await ctx.directory.events.list({ after, types, count: limit });
      return { items: items.map(toEvent), nextCursor: items.at(-1)?.sequence ?? after };
    }),
});
