import { isDeepStrictEqual } from "node:util";
import type { Operation } from "../workload/operation.ts";
import { readStamp, stampText } from "../workload/stamp.ts";
import { idsOf } from "../workload/ids-of.ts";
import type { Oddity } from "./evidence.ts";
import type { Change, Deletion, GroupChange, UserChange } from "./replay.ts";

/**
 * Every change has one operation that was not refused and that did the whole of it, and no operation did two; each
 * acknowledged write that must leave a change has left it; and changes stand in the order in which they were made.
 */
export function checkChanges(history: readonly Operation[], changes: readonly Change[]): Oddity[] {
  const causes = new Map<Change, Operation>();
  const effects = new Map<Operation, Change>();
  const oddities: Oddity[] = [];
  const findCause = createFinder(history, (operation) => effects.has(operation));
  for (const change of changes) {
    const about = [aboutOf(change)];
    const cause = findCause(change);
    if (cause === undefined) {
      oddities.push({ what: `event ${change.sequence}, ${change.kind}: no operation did just this`, about });
      continue;
    }
    if (effects.has(cause)) oddities.push({ what: `operation ${cause.stamp} took effect twice`, about });
    causes.set(change, cause);
    effects.set(cause, change);
  }
  return [...oddities, ...checkAcknowledged(history, effects), ...checkOrder(changes, causes)];
}

/** Most changes name their cause; that of a bare change of members is the one whose effect is just this. */
function createFinder(history: readonly Operation[], hasTakenEffect: (operation: Operation) => boolean) {
  const possible = history.filter(({ outcome }) => outcome.kind !== "refused");
  const byStamp = new Map(possible.map((operation) => [operation.stamp, operation]));
  const bare = possible.filter(({ action }) => action.kind === "change group" && !action.rename);
  // An acknowledged one names its version, so only what none of them did is left for the others.
  const candidates = [...bare.filter(isAcknowledged), ...bare.filter((operation) => !isAcknowledged(operation))];
  return (change: Change): Operation | undefined => {
    switch (change.kind) {
      case "user created":
      case "user updated": {
        const operation = byStamp.get(readStamp(change.user.title) ?? 0);
        return operation && didWriteUser(operation, change) ? operation : undefined;
      }
      case "user deleted":
      case "group deleted":
        return possible.find((operation) => didDelete(operation, change));
      case "group changed": {
        if (change.displayName === undefined) {
          return candidates.find((operation) => !hasTakenEffect(operation) && didChangeGroup(operation, change));
        }
        const operation = byStamp.get(readStamp(change.displayName) ?? 0);
        return operation && didChangeGroup(operation, change) ? operation : undefined;
      }
    }
  };
}

function isAcknowledged({ outcome }: Operation): boolean {
  return outcome.kind === "acknowledged";
}

function didWriteUser({ action, stamp, outcome }: Operation, { kind, userId, user }: UserChange): boolean {
  const isWrite = action.kind === "create user" || action.kind === "replace user" || action.kind === "patch user";
  if (!isWrite || (action.kind === "create user") !== (kind === "user created")) return false;
  if (action.kind !== "create user" && action.userId !== userId) return false;
  if (outcome.kind === "acknowledged" && (outcome.id !== userId || outcome.version !== user.version)) return false;
  const text = stampText(stamp);
  const written = { title: text, nickName: text, userName: action.userName, active: action.active };
  return isDeepStrictEqual({ ...user, ...written }, user);
}

function didDelete({ action }: Operation, { kind, id }: Deletion): boolean {
  if (kind === "user deleted") return action.kind === "delete user" && action.userId === id;
  return action.kind === "delete group" && action.groupId === id;
}

function didChangeGroup({ action, outcome }: Operation, change: GroupChange): boolean {
  if (action.kind !== "create group" && action.kind !== "change group") return false;
  const isCreation = action.kind === "create group";
  if (isCreation !== (change.version === 1)) return false;
  if (!isCreation && action.groupId !== change.groupId) return false;
  if (outcome.kind === "acknowledged" && outcome.version !== change.version) return false;
  if (outcome.kind === "acknowledged" && outcome.id !== change.groupId) return false;
  const { membersBefore, added, removed } = change;
  const adds = action.add.filter((id) => !membersBefore.has(id));
  const removes = isCreation ? [] : action.remove.filter((id) => membersBefore.has(id));
  return (
    isDeepStrictEqual(adds.toSorted(), added.toSorted()) && isDeepStrictEqual(removes.toSorted(), removed.toSorted())
  );
}

/** A change of members that changes nothing leaves nothing; every other write does. */
function checkAcknowledged(history: readonly Operation[], effects: ReadonlyMap<Operation, Change>): Oddity[] {
  return history
    .filter((operation) => isAcknowledged(operation) && mustLeaveChange(operation) && !effects.has(operation))
    .map((operation) => ({
      what: `operation ${operation.stamp}, ${operation.action.kind}, was acknowledged and left no change`,
      about: idsOf(operation),
    }));
}

function mustLeaveChange({ action }: Operation): boolean {
  return action.kind !== "find user" && (action.kind !== "change group" || action.rename);
}

/** What was acknowledged before another operation began comes before it. */
function checkOrder(changes: readonly Change[], causes: ReadonlyMap<Change, Operation>): Oddity[] {
  const oddities: Oddity[] = [];
  let latest: Operation | undefined;
  for (const change of changes) {
    const cause = causes.get(change);
    if (cause === undefined) continue;
    if (latest !== undefined && isAcknowledged(cause) && cause.endedAt < latest.startedAt) {
      const what = `operation ${cause.stamp} ended before ${latest.stamp} began, and the feed has it after`;
      oddities.push({ what, about: [aboutOf(change)] });
    }
    if (latest === undefined || cause.startedAt > latest.startedAt) latest = cause;
  }
  return oddities;
}

function aboutOf(change: Change): string {
  if ("userId" in change) return change.userId;
  return "groupId" in change ? change.groupId : change.id;
}
