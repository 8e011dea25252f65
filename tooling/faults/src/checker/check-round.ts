import { checkAnswers } from "./check-answers.ts";
import { checkChanges } from "./check-changes.ts";
import { checkDirectories } from "./check-directories.ts";
import { checkMembers } from "./check-members.ts";
import { checkSequence } from "./check-sequence.ts";
import type { Evidence, Oddity } from "./evidence.ts";
import { replayFeed } from "./replay-feed.ts";

/**
 * Judges a round by what its clients saw and what can be read afterwards: every acknowledged write is there or was
 * lawfully superseded, every unanswered one is whole or absent, groups have exactly their members, and the feed tells
 * all of it, in order, and nothing else.
 */
export function checkRound(evidence: Evidence): Oddity[] {
  const { history, directories, feed } = evidence;
  const replay = replayFeed(feed);
  return [
    ...checkAnswers(evidence),
    ...checkSequence(feed),
    ...replay.oddities,
    ...checkDirectories(directories, replay),
    ...checkChanges(history, replay.changes),
    ...directories.flatMap((directory) => checkMembers(history, directory)),
  ];
}
