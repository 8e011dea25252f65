import {
  applyPatch,
  evaluateFilter,
  foldCase,
  groupType,
  isJsonObject,
  jsonEqual,
  type JsonObject,
  type JsonValue,
  parseJson,
  type PatchOperation,
  readPatch,
  readResource,
  SCHEMA_ENTERPRISE_USER,
  SCHEMA_USER,
  type SplitOperations,
  splitMembers,
} from "@rollcall/scim";
import { REFUSED, type Target } from "../target.ts";
import { asJson, BADGE, deepFreeze, richUserType, sampleGroup, sampleUser } from "./sample-resources.ts";
import { hold, readOrRefuse } from "./hold.ts";
import { filterWords, jsonWords } from "./words.ts";

/** Bodies of PATCH, in the dialects of all providers, on a user and on a group. */
export const patchTarget: Target = {
  name: "patch",
  covers: /packages\/scim\/src\//u,
  maxLength: 4_000,
  maxStepsPerCharacter: 2_000,
  dictionary: [
    ...jsonWords,
    ...filterWords,
    '"op":"add",',
    '"op":"Replace",',
    '"op":"remove",',
    '"path":"members",',
    '"path":"emails",',
    '"value":',
    '{"op":"add","value":{}}',
    '{"op":"remove","path":"name"}',
    '"True"',
    '"False"',
    '[{"value":"u1"}]',
  ],
  seeds: [
    { op: "replace", path: "active", value: "False" },
    { op: "Add", path: 'emails[type eq "work"].value', value: "new@x.io" },
    {
      op: "replace",
      value: { "name.givenName": "A", emails: [{ value: "q", primary: true }], [SCHEMA_USER]: { title: "T" } },
    },
    { op: "Remove", path: "members", value: [{ value: "u1" }] },
    { op: "add", path: "members", value: ["u3", { value: "u1", type: "Group" }] },
    { op: "remove", path: 'members[value eq "u1" or display pr]' },
    { op: "replace", value: { id: "g1", displayName: "New", members: [{ value: "u9" }] } },
    { op: "add", value: { [SCHEMA_ENTERPRISE_USER]: { manager: [{ value: "m" }] }, [`${BADGE}:tags`]: ["c"] } },
    { op: "remove", path: `${BADGE}:keys[door eq "front"].until` },
  ].map((operation) => JSON.stringify({ Operations: [operation] })),
  attempt(text) {
    const read = readOrRefuse(() => deepFreeze(readPatch(deepFreeze(parseJson(text)))));
    if ("refusal" in read) return read.refusal;
    const user = patchUser(read.result);
    const group = patchGroup(read.result);
    hold("no prototype is touched", Object.keys(Object.prototype).length === 0 && !("polluted" in {}));
    return user.startsWith(REFUSED) && group.startsWith(REFUSED) ? user : `user ${user} · group ${group}`;
  },
};

function patchUser(operations: readonly PatchOperation[]): string {
  const outcome = readOrRefuse(() => asJson(applyPatch(richUserType, sampleUser, operations)));
  if ("refusal" in outcome) return outcome.refusal;
  const { result } = outcome;
  hold("what comes of it is a user", jsonEqual(result, asJson(readResource(richUserType, result))));
  checkPrimary(result);
  const [single, ...others] = operations;
  // A filter may select something else once the first time has changed it.
  if (single === undefined || others.length > 0 || JSON.stringify(operations).includes("[")) return "done";
  const again = readOrRefuse(() => asJson(applyPatch(richUserType, readResource(richUserType, result), operations)));
  hold("doing it again changes nothing", "result" in again && jsonEqual(again.result, result));
  return "done";
}

/** At most one of several values is the primary one (RFC 7643 §2.4). */
function checkPrimary(user: JsonObject): void {
  for (const value of Object.values(user)) {
    const primary = Array.isArray(value) ? value.filter((each) => isJsonObject(each) && each["primary"] === true) : [];
    hold("at most one value is primary", primary.length <= 1);
  }
}

/** Changing members one by one comes to the same as changing a group that holds them. */
function patchGroup(operations: readonly PatchOperation[]): string {
  const whole = readOrRefuse(() => asJson(applyPatch(groupType, sampleGroup, operations)));
  const split = readOrRefuse(() => {
    const { attributes, members } = splitMembers(operations);
    return { group: asJson(applyPatch(groupType, withoutMembers, attributes)), members };
  });
  if ("refusal" in split) return split.refusal;
  hold("what is taken apart can be done as a whole", "result" in whole);
  if ("refusal" in whole) return whole.refusal;
  const { members = [], ...others } = whole.result;
  hold("a group's own attributes are the same", jsonEqual(others, split.result.group));
  hold("the same members are left", sameSet(idsOf(members), changedIds(split.result.members)));
  return "done";
}

const withoutMembers = deepFreeze(readResource(groupType, { displayName: sampleGroup.displayName }));

function changedIds(changes: SplitOperations["members"]): Set<string> {
  let members = (sampleGroup.members ?? []).map((member) => asJson(member));
  for (const change of changes) {
    if (change.kind === "removeWhere") members = members.filter((member) => !evaluateFilter(change.filter, member));
    else if (change.kind === "removeAll") members = [];
    else {
      const named = idsOf(change.members.map(({ value }) => value));
      const others = change.kind === "replace" ? [] : members.filter(({ value }) => !named.has(idOf(value)));
      members = change.kind === "remove" ? others : [...others, ...change.members.map((member) => asJson(member))];
    }
  }
  return idsOf(members);
}

/** Ids are the same in any case. */
function idsOf(members: JsonValue): Set<string> {
  const list = Array.isArray(members) ? members : [];
  return new Set(list.map((member) => idOf(isJsonObject(member) ? member["value"] : member)));
}

function idOf(value: JsonValue | undefined): string {
  return typeof value === "string" ? foldCase(value) : JSON.stringify(value);
}

function sameSet(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return left.size === right.size && [...left].every((each) => right.has(each));
}
