import { isWorthRetrying } from "./is-worth-retrying.ts";
import { pause } from "./pause.ts";
import { type EventPage, type EventQuery, type EventSource, readEventPage } from "./read-event-page.ts";
import type { RollcallEvent } from "./read-events.ts";

export interface FollowEventsOptions extends EventQuery {
  /** Ends the loop, also while it waits. */
  readonly signal?: AbortSignal;
  /** How long to wait at the end of the feed before asking again. Default: one second. */
  readonly intervalMs?: number;
  /** Told of each failure that is tried again, for a log. */
  readonly onRetry?: (error: unknown) => void;
}

const DEFAULT_INTERVAL_MS = 1_000;
const MAX_WAIT_MS = 60_000;

/**
 * The events of a tenant after a sequence, in order, without end: at the end of the feed it waits for more.
 *
 * Store the `sequence` of an event once it is dealt with, and start again after it. Whoever stops in between gets that
 * event again, so deal with events in a way that bears repetition; none is missed.
 *
 * Outages, busy servers and failures of the network are waited out, longer each time; any other error is thrown.
 */
export async function* followEvents(
  client: EventSource,
  { signal, intervalMs = DEFAULT_INTERVAL_MS, onRetry, after = 0, ...query }: FollowEventsOptions,
): AsyncGenerator<RollcallEvent, void> {
  let cursor = after;
  let failures = 0;
  for (;;) {
    if (signal?.aborted) return;
    const page = await readEventPage(client, { ...query, after: cursor }, signal).catch((error: unknown) => {
      if (signal?.aborted) return undefined;
      if (!isWorthRetrying(error)) throw error;
      onRetry?.(error);
      return undefined;
    });
    if (page !== undefined) {
      yield* untilAborted(page, signal);
      cursor = page.nextCursor;
    }
    failures = page === undefined ? failures + 1 : 0;
    if (page === undefined || page.items.length === 0) await pause(waitMs(intervalMs, failures), signal);
  }
}

function* untilAborted({ items }: EventPage, signal: AbortSignal | undefined): Generator<RollcallEvent, void> {
  for (const item of items) {
    if (signal?.aborted) return;
    yield item;
  }
}

/** Doubles with each failure in a row; the random part keeps many consumers from coming back all at once. */
function waitMs(intervalMs: number, failures: number): number {
  if (failures === 0) return intervalMs;
  return Math.min(intervalMs * 2 ** failures, MAX_WAIT_MS) * (0.5 + Math.random() / 2);
}
