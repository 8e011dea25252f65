import { isDeepStrictEqual } from "node:util";
import type { FeedEvent } from "./feed-event.ts";
import { noteOddity, type Replay } from "./replay.ts";

type UserEvent = Extract<FeedEvent, { kind: "user created" | "user updated" }>;
type UserDeletion = Extract<FeedEvent, { kind: "user deleted" }>;

/** A user's versions begin with 1 and ascend by one; of two users at a time no two have one name. */
export function replayUserEvent(replay: Replay, event: UserEvent): void {
  const { kind, userId, user, sequence } = event;
  const { users } = replay;
  const odd = (what: string, ...others: string[]) => noteOddity(replay, event, { what, about: [userId, ...others] });
  const before = users.get(userId);
  if ((kind === "user created") !== (before === undefined)) odd(before === undefined ? "of nobody" : "once more");
  if (user.version !== (before?.version ?? 0) + 1) odd(`version ${user.version} after ${before?.version ?? 0}`);
  const name = user.userName.toLowerCase();
  const holder = [...users].find(([id, other]) => id !== userId && other.userName.toLowerCase() === name);
  if (holder !== undefined) odd(`${user.userName} is taken`, holder[0]);
  users.set(userId, user);
  replay.changes.push({ kind, userId, user, sequence });
}

/** A user who goes leaves all groups, and each of them has a version more. */
export function replayUserDeletion(replay: Replay, event: UserDeletion): void {
  const { userId, groupIds, version, sequence } = event;
  const user = replay.users.get(userId);
  const groups = [...replay.groups].filter(([, { memberIds }]) => memberIds.has(userId));
  const left = groups.map(([id]) => id).toSorted();
  const odd = (what: string) => noteOddity(replay, event, { what, about: [userId, ...left] });
  if (user?.version !== version) odd(`names version ${version} of ${user?.version}`);
  if (!isDeepStrictEqual(left, groupIds.toSorted())) {
    odd(`names the groups ${groupIds.join(", ") || "none"}, but the user was in ${left.join(", ") || "none"}`);
  }
  for (const [, group] of groups) {
    group.memberIds.delete(userId);
    group.version += 1;
    group.change = undefined;
  }
  replay.users.delete(userId);
  replay.changes.push({ kind: "user deleted", id: userId, sequence });
}
