import { idsOf } from "../workload/ids-of.ts";
import type { Action, Operation } from "../workload/operation.ts";
import type { Evidence, Oddity } from "./evidence.ts";

/** How long a request waits for a connection, or for a lock, before it is told to come again: on a crowded machine. */
const PATIENCE_MS = 3_000;

/** Each operation was answered as it may be, given what went on beside it. */
export function checkAnswers({ history, databaseWasAway }: Evidence): Oddity[] {
  return history
    .filter((operation) => !isLawful(operation, history, databaseWasAway))
    .map((operation) => ({
      what: `operation ${operation.stamp} must not be answered like this after ${durationMs(operation).toFixed(0)} ms: ${JSON.stringify(operation.outcome)}`,
      about: idsOf(operation),
    }));
}

function isLawful(operation: Operation, history: readonly Operation[], databaseWasAway: boolean): boolean {
  const { action, outcome } = operation;
  const mayBeUnavailable = () => databaseWasAway || durationMs(operation) >= PATIENCE_MS;
  switch (outcome.kind) {
    case "acknowledged":
      return outcome.status === statuses[action.kind] && (action.kind !== "find user" || isFound(operation, history));
    case "unknown":
      return outcome.status === undefined || (outcome.status === 503 && outcome.retryAfter && mayBeUnavailable());
    case "refused":
      return outcome.status === undefined || isLawfulRefusal(operation, outcome.status, history);
  }
}

function durationMs({ startedAt, endedAt }: Operation): number {
  return endedAt - startedAt;
}

const statuses = {
  "create user": 201,
  "replace user": 200,
  "patch user": 200,
  "find user": 200,
  "delete user": 204,
  "create group": 201,
  "change group": 200,
  "delete group": 204,
} as const satisfies Record<Action["kind"], number>;

/** Whom only the asking worker writes is there, and not older than that worker's last acknowledged write. */
function isFound({ action, worker, startedAt, outcome }: Operation, history: readonly Operation[]): boolean {
  if (action.kind !== "find user" || action.userId === undefined || outcome.kind !== "acknowledged") return true;
  const versions = history.flatMap((earlier) =>
    earlier.worker === worker &&
    earlier.endedAt <= startedAt &&
    earlier.outcome.kind === "acknowledged" &&
    earlier.outcome.id === action.userId
      ? (earlier.outcome.version ?? [])
      : [],
  );
  return outcome.id === action.userId && (outcome.version ?? 0) >= Math.max(0, ...versions);
}

function isLawfulRefusal({ action, endedAt, stamp }: Operation, status: number, history: readonly Operation[]) {
  const couldHaveBeen = (test: (other: Action) => boolean) =>
    history.some(
      (other) =>
        other.stamp !== stamp && other.outcome.kind !== "refused" && other.startedAt < endedAt && test(other.action),
    );
  switch (action.kind) {
    case "create user": {
      const name = action.userName.toLowerCase();
      return (
        status === 409 &&
        couldHaveBeen((other) => other.kind === "create user" && other.userName.toLowerCase() === name)
      );
    }
    case "create group":
    case "change group": {
      if (status === 404 && action.kind === "change group") {
        return couldHaveBeen((other) => other.kind === "delete group" && other.groupId === action.groupId);
      }
      const isAdded = (other: Action) => other.kind === "delete user" && action.add.includes(other.userId);
      return status === 400 && couldHaveBeen(isAdded);
    }
    case "replace user":
    case "patch user":
    case "find user":
    case "delete user":
    case "delete group":
      // Only one worker writes the user, or deletes the group, and that one knows what it did.
      return false;
  }
}
