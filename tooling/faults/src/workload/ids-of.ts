import type { Action, Operation } from "./operation.ts";

/** The users and groups that an operation names, and the one that it was told of. */
export function idsOf({ action, outcome }: Operation): string[] {
  const answered = outcome.kind === "acknowledged" ? outcome.id : undefined;
  return [...named(action), answered].filter((id) => id !== undefined);
}

function named(action: Action): readonly (string | undefined)[] {
  switch (action.kind) {
    case "create user":
      return [];
    case "replace user":
    case "patch user":
    case "find user":
    case "delete user":
      return [action.userId];
    case "create group":
      return action.add;
    case "change group":
      return [action.groupId, ...action.add, ...action.remove];
    case "delete group":
      return [action.groupId];
  }
}
