import { ownMembers } from "./board.ts";
import type { Action } from "./operation.ts";
import type { OwnUser, Worker } from "./worker.ts";

const MIN_USERS = 3;
const MAX_CHANGED_MEMBERS = 4;
/** Few, so that several workers want the same at once. */
const CONTESTED_NAMES = 3;

/**
 * What the worker does next: mostly changes of users and of members, now and then a new or a lost one.
 * @param stamp of the operation that will do it
 */
export function chooseAction(worker: Worker, stamp: number): Action {
  const { random, users, groups, board } = worker;
  const user = random.pick([...users.values()]);
  const [unsettled] = worker.unsettled;
  if (unsettled !== undefined && random.chance(40)) return settle(worker, ...unsettled);
  if (user === undefined || users.size < MIN_USERS || random.chance(8)) return createUser(worker);
  const dice = random.integer(100);
  if (dice < 35) return writeUser(worker, user);
  if (dice < 43) return { kind: "find user", userId: user.id, userName: user.userName };
  if (dice < 51) return { kind: "delete user", userId: user.id };
  const group = random.pick([...groups.values()]);
  if (dice < 54 && group !== undefined) return { kind: "delete group", groupId: group.id };
  if (dice < 59 || board.groups.size === 0) return createGroup(worker, stamp);
  return changeGroup(worker);
}

/** Whether several workers want this userName. */
export function isContested(userName: string): boolean {
  return /^contested/i.test(userName);
}

/** As an identity provider does whose request to create someone failed: look first, then ask again. */
function settle({ random }: Worker, userName: string, { isMissing }: { readonly isMissing: boolean }): Action {
  return isMissing
    ? { kind: "create user", userName, active: random.chance(80) }
    : { kind: "find user", userId: undefined, userName };
}

function createUser({ random, index }: Worker): Action {
  const active = random.chance(80);
  if (!random.chance(20)) {
    return { kind: "create user", userName: `user-${index}-${random.integer(2 ** 31)}@example.com`, active };
  }
  const name = `contested-${random.integer(CONTESTED_NAMES)}@example.com`;
  return { kind: "create user", userName: random.chance(50) ? name : name.toUpperCase(), active };
}

function writeUser({ random }: Worker, { id: userId, userName, version }: OwnUser): Action {
  return {
    kind: random.chance(50) ? "replace user" : "patch user",
    userId,
    userName,
    active: random.chance(80),
    ifVersion: random.chance(50) ? version : undefined,
  };
}

function createGroup(worker: Worker, stamp: number): Action {
  return { kind: "create group", add: sample(worker, ownMembers(worker.board, stamp, worker.index)) };
}

function changeGroup(worker: Worker): Action {
  const { random, board, index } = worker;
  const group = random.pick([...board.groups.values()]);
  const candidates = group === undefined ? [] : ownMembers(board, group.number, index);
  const changed = sample(worker, candidates);
  if (group === undefined || changed.length === 0) return createUser(worker);
  const add = changed.filter(() => random.chance(60));
  const remove = changed.filter((id) => !add.includes(id));
  return { kind: "change group", groupId: group.id, rename: random.chance(50), add, remove };
}

/** A few of them, each once. */
function sample({ random }: Worker, ids: readonly string[]): string[] {
  const picked = Array.from({ length: 1 + random.integer(MAX_CHANGED_MEMBERS) }, () => random.pick(ids));
  return [...new Set(picked)].filter((id) => id !== undefined);
}
