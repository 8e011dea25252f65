import type { FeedEvent } from "./feed-event.ts";
import { type GroupChange, noteOddity, type Replay, type ReplayedGroup } from "./replay.ts";

type GroupEvent = Extract<FeedEvent, { kind: "group created" | "group updated" | "member added" | "member removed" }>;
type GroupDeletion = Extract<FeedEvent, { kind: "group deleted" }>;

/** A group's versions begin with 1 and ascend by one; who is added was no member, who is removed was one. */
export function replayGroupEvent(replay: Replay, event: GroupEvent): void {
  const { groupId, version } = event;
  const group = replay.groups.get(groupId) ?? newGroup(replay, groupId);
  const change = changeOf(replay, group, event);
  const odd = (what: string, ...others: string[]) => noteOddity(replay, event, { what, about: [groupId, ...others] });
  switch (event.kind) {
    case "group created":
    case "group updated":
      if ((event.kind === "group created") !== (version === 1)) odd(`makes version ${version}`);
      group.displayName = event.displayName;
      change.displayName = event.displayName;
      return;
    case "member added":
      if (group.memberIds.has(event.userId)) odd("is a member already", event.userId);
      if (!replay.users.has(event.userId)) odd("is no user", event.userId);
      group.memberIds.add(event.userId);
      change.added.push(event.userId);
      return;
    case "member removed":
      if (!group.memberIds.delete(event.userId)) odd("is no member", event.userId);
      change.removed.push(event.userId);
      return;
  }
}

/** The last version of a group is the one that is deleted. */
export function replayGroupDeletion(replay: Replay, event: GroupDeletion): void {
  const { groupId, version, sequence } = event;
  const group = replay.groups.get(groupId);
  if (group?.version !== version) {
    noteOddity(replay, event, { what: `names version ${version} of ${group?.version}`, about: [groupId] });
  }
  replay.groups.delete(groupId);
  replay.changes.push({ kind: "group deleted", id: groupId, sequence });
}

function newGroup(replay: Replay, id: string): ReplayedGroup {
  const group: ReplayedGroup = { version: 0, displayName: "", memberIds: new Set(), change: undefined };
  replay.groups.set(id, group);
  return group;
}

/** The change that an event is part of; an event of the next version begins one. */
function changeOf(replay: Replay, group: ReplayedGroup, event: GroupEvent): GroupChange {
  const { groupId, version, sequence } = event;
  if (group.change?.version === version) return group.change;
  if (version !== group.version + 1) {
    noteOddity(replay, event, { what: `makes version ${version} of ${group.version}`, about: [groupId] });
  }
  const change: GroupChange = {
    kind: "group changed",
    sequence,
    groupId,
    version,
    displayName: undefined,
    membersBefore: new Set(group.memberIds),
    added: [],
    removed: [],
  };
  group.version = version;
  group.change = change;
  replay.changes.push(change);
  return change;
}
