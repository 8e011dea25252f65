import { isContested } from "./choose-action.ts";
import type { Operation } from "./operation.ts";
import type { Worker } from "./worker.ts";

/** Draws from an answer, or from none, what the worker's next actions build on. */
export function learn(worker: Worker, { stamp, action, outcome }: Operation): void {
  // Nobody listened.
  if (outcome.kind === "refused" && outcome.status === undefined) return;
  const answer = outcome.kind === "acknowledged" ? outcome : undefined;
  switch (action.kind) {
    case "create user":
      worker.unsettled.delete(action.userName);
      if (outcome.kind === "unknown" && !isContested(action.userName)) {
        worker.unsettled.set(action.userName, { isMissing: false });
      }
      meet(worker, { ...action, id: answer?.id, number: stamp, version: answer?.version });
      return;
    case "find user":
      if (action.userId !== undefined || answer === undefined) return;
      worker.unsettled.set(action.userName, { isMissing: true });
      meet(worker, { ...action, id: answer.id, number: stamp, version: answer.version });
      return;
    case "replace user":
    case "patch user": {
      const user = worker.users.get(action.userId);
      if (user !== undefined) worker.users.set(user.id, { ...user, version: answer?.version });
      return;
    }
    case "delete user":
      worker.users.delete(action.userId);
      worker.board.users.delete(action.userId);
      return;
    case "create group":
      if (answer?.id === undefined) return;
      worker.groups.set(answer.id, { id: answer.id, number: stamp });
      worker.board.groups.set(answer.id, { id: answer.id, number: stamp });
      return;
    case "change group":
      return;
    case "delete group":
      worker.groups.delete(action.groupId);
      worker.board.groups.delete(action.groupId);
      return;
  }
}

interface Met {
  readonly id: string | undefined;
  readonly number: number;
  readonly userName: string;
  readonly version: number | undefined;
}

/** From now on the worker knows the user that it made, and others may put it into groups. */
function meet(worker: Worker, { id, number, userName, version }: Met): void {
  if (id === undefined) return;
  worker.unsettled.delete(userName);
  worker.users.set(id, { id, number, userName, version });
  worker.board.users.set(id, { id, number });
}
