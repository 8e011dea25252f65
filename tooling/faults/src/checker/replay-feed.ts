import type { FeedEvent } from "./feed-event.ts";
import type { Replay } from "./replay.ts";
import { replayGroupDeletion, replayGroupEvent } from "./replay-group.ts";
import { replayUserDeletion, replayUserEvent } from "./replay-user.ts";

/** Follows the feed from its beginning, as a consumer does that knows nothing else. */
export function replayFeed(feed: readonly FeedEvent[]): Replay {
  const replay: Replay = { users: new Map(), groups: new Map(), changes: [], oddities: [] };
  for (const event of feed) apply(replay, event);
  return replay;
}

function apply(replay: Replay, event: FeedEvent): void {
  switch (event.kind) {
    case "user created":
    case "user updated":
      replayUserEvent(replay, event);
      return;
    case "user deleted":
      replayUserDeletion(replay, event);
      return;
    case "group created":
    case "group updated":
    case "member added":
    case "member removed":
      replayGroupEvent(replay, event);
      return;
    case "group deleted":
      replayGroupDeletion(replay, event);
      return;
    case "beside the directory":
      return;
  }
}
