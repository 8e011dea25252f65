import type { Event } from "@rollcall/domain";
import type { z } from "zod";
import type { eventSchema } from "../schemas/event.ts";

export function toEvent(event: Event): z.input<typeof eventSchema> {
  return { ...event, recordedAt: event.recordedAt.toISOString() };
}
