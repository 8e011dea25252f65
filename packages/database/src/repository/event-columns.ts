import type { NewEvent } from "@rollcall/domain";

/** An event as the parameters of a statement that writes it to the outbox. */
export interface EventColumns {
  eventId: string;
  type: string;
  resourceType: string;
  resourceId: string;
  resourceVersion: number | null;
  actor: string;
  data: string;
}

export function eventColumns(event: NewEvent): EventColumns {
  return {
    eventId: event.id,
    type: event.type,
    resourceType: event.resourceType,
    resourceId: event.resourceId,
    resourceVersion: event.resourceVersion,
    actor: JSON.stringify(event.actor),
    data: JSON.stringify(event.data),
  };
}
