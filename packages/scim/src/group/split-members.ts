import { coreEntries } from "../dialects/core-entries.ts";
import { ScimError } from "../errors/scim-error.ts";
import type { ResolvedFilter } from "../filter/resolved-filter.ts";
import { isJsonObject } from "../json/json-value.ts";
import type { PatchOperation } from "../patch/patch-operation.ts";
import { resolvePath } from "../path/resolve-path.ts";
import { groupType } from "../schema/standard-types.ts";
import { SCHEMA_GROUP } from "../urns.ts";
import { readMembers, requireMemberCount } from "./read-members.ts";
import type { MemberChange } from "./member-change.ts";

export interface SplitOperations {
  /** For applyPatch, with a group that has no members. */
  readonly attributes: PatchOperation[];
  /** In the order of the request. */
  readonly members: MemberChange[];
}

/**
 * Takes everything that concerns `members` out of a Group's PATCH, so that a change of m members
 * costs m and not the size of the group. Members are named by the path `members`, by
 * `members[filter]` or by a key of a path-less value, each with or without the schema's URN.
 *
 * @throws ScimError 400 mutability for a path into a member; 400 invalidPath for an add or replace
 * of filtered members; 400 invalidFilter or invalidValue as usual; 413 above
 * MAX_MEMBERS_PER_REQUEST.
 */
export function splitMembers(operations: readonly PatchOperation[]): SplitOperations {
  const attributes: PatchOperation[] = [];
  const members: MemberChange[] = [];
  for (const operation of operations) {
    if (operation.path !== undefined) {
      if (namesMembers(operation.path)) members.push(...readChange(operation, operation.path));
      else attributes.push(operation);
      continue;
    }
    const { rest, changes } = splitValue(operation);
    if (rest !== undefined) attributes.push(rest);
    members.push(...changes);
  }
  requireMemberCount(members.reduce((sum, change) => sum + countMembers(change), 0));
  return { attributes, members };
}

const MEMBERS = /^members(?![A-Za-z0-9_-])/iu;

function namesMembers(path: string): boolean {
  const name = path.trim();
  const prefix = `${SCHEMA_GROUP}:`;
  const isQualified = name.slice(0, prefix.length).toLowerCase() === prefix.toLowerCase();
  return MEMBERS.test(isQualified ? name.slice(prefix.length) : name);
}

function splitValue(operation: PatchOperation): { rest?: PatchOperation; changes: MemberChange[] } {
  const { op, value } = operation;
  if (!isJsonObject(value)) return { rest: operation, changes: [] };
  const entries = coreEntries(groupType, value);
  const ofMembers = entries.filter(([key]) => namesMembers(key));
  if (ofMembers.length === 0) return { rest: operation, changes: [] };
  const changes = ofMembers.flatMap(([key, entry]) => readChange({ op, value: entry }, key));
  const others = entries.filter(([key]) => !namesMembers(key));
  if (others.length === 0) return { changes };
  return { rest: { op, value: Object.fromEntries(others) }, changes };
}

function readChange({ op, value }: PatchOperation, path: string): MemberChange[] {
  const [{ filter }, ...below] = resolvePath(groupType, path);
  if (below.length > 0) {
    throw new ScimError("mutability", "A member cannot be changed, only added or removed.");
  }
  if (op === "remove") return [filter === undefined ? readRemoval(value) : removeFiltered(filter)];
  if (filter !== undefined) {
    throw new ScimError("invalidPath", `Members are given to ${op} by the path members, without filter.`);
  }
  if (value === undefined) throw new ScimError("invalidValue", `An operation ${op} needs a value.`);
  const members = readMembers(value);
  return op === "add" && members.length === 0 ? [] : [{ kind: op, members }];
}

/** Without a value all go; with one, however short, only those in it (see removeListed). */
function readRemoval(value: PatchOperation["value"]): MemberChange {
  if (value === undefined || value === null) return { kind: "removeAll" };
  return { kind: "remove", members: readMembers(value) };
}

function removeFiltered(filter: ResolvedFilter): MemberChange {
  const ids = listedIds(filter);
  if (ids === undefined) return { kind: "removeWhere", filter };
  return { kind: "remove", members: readMembers(ids) };
}

/** The ids of `value eq "a" or value eq "b"`; undefined for any other filter. */
function listedIds(filter: ResolvedFilter): string[] | undefined {
  if (filter.kind === "or") {
    const lists = filter.filters.map(listedIds);
    return lists.every((list) => list !== undefined) ? lists.flat() : undefined;
  }
  if (filter.kind !== "comparison" || filter.operator !== "eq") return undefined;
  if (filter.path !== "members.value" || typeof filter.value !== "string") return undefined;
  return [filter.value];
}

function countMembers(change: MemberChange): number {
  return "members" in change ? change.members.length : 0;
}
