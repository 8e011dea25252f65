import type { Oddity } from "./evidence.ts";
import type { FeedEvent } from "./feed-event.ts";

/** The feed is 1, 2, 3 … and no event comes twice. */
export function checkSequence(feed: readonly FeedEvent[]): Oddity[] {
  const gaps = feed.flatMap(({ sequence }, index) =>
    sequence === index + 1 ? [] : [{ what: `event ${index + 1} of the feed has number ${sequence}`, about: [] }],
  );
  const seen = new Set<string>();
  const repeated = feed.flatMap(({ id, sequence }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ what: `event ${sequence} has the id ${id} of an earlier one`, about: [] }];
  });
  // One gap shifts all that follow.
  return [...gaps.slice(0, 1), ...repeated];
}
