import { type EventPage, type EventQuery, type EventSource, readEventPage } from "./read-event-page.ts";

export type RollcallEvent = EventPage["items"][number];

/**
 * The events of a tenant after a sequence, in order, up to the present end of the feed. Keep the `sequence` of the
 * last event that was dealt with, and go on after it later: nothing is missed and nothing comes twice.
 */
export async function* readEvents(
  client: EventSource,
  { after = 0, ...query }: EventQuery,
): AsyncGenerator<RollcallEvent, void> {
  let cursor = after;
  for (;;) {
    const { items, nextCursor } = await readEventPage(client, { ...query, after: cursor });
    if (items.length === 0) return;
    yield* items;
    cursor = nextCursor;
  }
}
