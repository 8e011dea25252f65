import { array, check, constantFrom, oneof, property, subarray } from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateFilter } from "../filter/evaluate-filter.ts";
import type { JsonObject, JsonValue } from "../json/json-value.ts";
import type { PatchOperation } from "../patch/patch-operation.ts";
import { readPatch } from "../patch/read-patch.ts";
import { HOLDS } from "../testing/holds.ts";
import { scimErrorOf } from "../testing/scim-error-of.ts";
import type { MemberChange } from "./member-change.ts";
import { MAX_MEMBERS_PER_REQUEST } from "./read-members.ts";
import { splitMembers } from "./split-members.ts";

const GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
const u1 = { value: "u1" };
const u2 = { value: "u2" };

function members(...operations: PatchOperation[]): MemberChange[] {
  return splitMembers(operations).members;
}

describe("splitMembers", () => {
  it.each<[PatchOperation, MemberChange[]]>([
    [{ op: "add", path: "members", value: [u1, u2] }, [{ kind: "add", members: [u1, u2] }]],
    [{ op: "add", path: "MEMBERS", value: u1 }, [{ kind: "add", members: [u1] }]],
    [{ op: "add", path: `${GROUP.toUpperCase()}:members`, value: "u1" }, [{ kind: "add", members: [u1] }]],
    [{ op: "add", value: { Members: ["u1", u1, null] } }, [{ kind: "add", members: [u1] }]],
    [{ op: "add", value: { [`${GROUP}:members`]: [u1] } }, [{ kind: "add", members: [u1] }]],
    [{ op: "add", value: { [GROUP]: { members: [u1] } } }, [{ kind: "add", members: [u1] }]],
    [
      { op: "add", path: "members", value: [{ value: "u1", display: null, type: "user" }] },
      [{ kind: "add", members: [{ value: "u1", type: "User" }] }],
    ],
    [
      { op: "add", path: "members", value: [{ value: "g1", type: "Group", $ref: "../Groups/g1" }] },
      [{ kind: "add", members: [{ value: "g1", type: "Group" }] }],
    ],
    [{ op: "add", path: "members", value: [{ value: "u1", type: "Robot" }] }, [{ kind: "add", members: [u1] }]],
    [
      { op: "add", path: "members", value: [u1, { value: "u1", type: "User" }] },
      [{ kind: "add", members: [{ value: "u1", type: "User" }] }],
    ],
    [
      { op: "add", path: "members", value: [{ value: "u1", type: "User" }, u1] },
      [{ kind: "add", members: [{ value: "u1", type: "User" }] }],
    ],
    [{ op: "add", path: "members", value: [] }, []],
    [{ op: "add", path: "members", value: null }, []],
    [{ op: "replace", path: "members", value: [u1] }, [{ kind: "replace", members: [u1] }]],
    [{ op: "replace", path: "members", value: [] }, [{ kind: "replace", members: [] }]],
    [{ op: "replace", path: "members", value: null }, [{ kind: "replace", members: [] }]],
    [{ op: "remove", path: "members" }, [{ kind: "removeAll" }]],
    [{ op: "remove", path: "members", value: null }, [{ kind: "removeAll" }]],
    [{ op: "remove", path: "members", value: [] }, [{ kind: "remove", members: [] }]],
    [{ op: "remove", path: "members", value: [{ value: "u1", $ref: null }] }, [{ kind: "remove", members: [u1] }]],
    [{ op: "remove", path: 'members[value eq "u1"]' }, [{ kind: "remove", members: [u1] }]],
    [{ op: "remove", path: `${GROUP}:members[VALUE EQ "u1"]` }, [{ kind: "remove", members: [u1] }]],
    [
      { op: "remove", path: 'members[value eq "u1" or (value eq "u2" or value eq "u1")]' },
      [{ kind: "remove", members: [u1, u2] }],
    ],
  ])("reads %j", (operation, expected) => {
    expect(members(operation)).toEqual(expected);
    expect(splitMembers([operation]).attributes).toEqual([]);
  });

  it.each([
    'members[type eq "Group"]',
    'members[value ne "u1"]',
    'members[value eq "u1" and type eq "User"]',
    'members[value eq "u1" or display eq "x"]',
    'members[not (value eq "u1")]',
  ])("leaves the filter of %s to be evaluated", (path) => {
    expect(members({ op: "remove", path })).toMatchObject([{ kind: "removeWhere" }]);
  });

  it("gives removeWhere a filter over one member", () => {
    const [change] = members({ op: "remove", path: 'members[type eq "group" and display sw "A"]' });
    const matches = (member: JsonObject) => change?.kind === "removeWhere" && evaluateFilter(change.filter, member);
    expect(matches({ value: "g1", type: "Group", display: "Admins" })).toBe(true);
    expect(matches({ value: "g1", type: "Group", display: "Staff" })).toBe(false);
  });

  it("leaves everything else in order", () => {
    const rename: PatchOperation = { op: "replace", path: "displayName", value: "N" };
    const split = splitMembers([
      { op: "replace", value: { id: "g", displayName: "N", members: [u1] } },
      rename,
      { op: "remove", path: "members" },
      { op: "add", path: "membersOnly", value: 1 },
    ]);
    expect(split.attributes).toEqual([
      { op: "replace", value: { id: "g", displayName: "N" } },
      rename,
      { op: "add", path: "membersOnly", value: 1 },
    ]);
    expect(split.members.map(({ kind }) => kind)).toEqual(["replace", "removeAll"]);
  });

  it.each<[PatchOperation, string]>([
    [{ op: "replace", path: 'members[value eq "u1"].display', value: "x" }, "mutability"],
    [{ op: "remove", path: 'members[value eq "u1"].value' }, "mutability"],
    [{ op: "add", path: "members.value", value: "u1" }, "mutability"],
    [{ op: "add", path: 'members[value eq "u1"]', value: {} }, "invalidPath"],
    [{ op: "replace", path: 'members[value eq "u1"]', value: u2 }, "invalidPath"],
    [{ op: "add", path: 'members[value eq "u1"]' }, "invalidPath"],
    [{ op: "remove", path: "members[value eq u1]" }, "invalidPath"],
    [{ op: "remove", path: "members[]" }, "invalidPath"],
    [{ op: "remove", path: "members.shoeSize" }, "invalidPath"],
    [{ op: "remove", path: 'members[shoeSize eq "4"]' }, "invalidFilter"],
    [{ op: "add", path: "members" }, "invalidValue"],
    [{ op: "add", path: "members", value: [1] }, "invalidValue"],
    [{ op: "add", path: "members", value: [{ display: "x" }] }, "invalidValue"],
    [{ op: "add", path: "members", value: [{ value: "" }] }, "invalidValue"],
    [{ op: "add", path: "members", value: [{ value: 7 }] }, "invalidValue"],
    [{ op: "add", path: "members", value: [[u1]] }, "invalidValue"],
  ])("refuses %j as %s", (operation, scimType) => {
    expect(scimErrorOf(() => members(operation))).toMatchObject({ status: 400, scimType });
  });

  it("refuses more members than one request may name, in one operation or several", () => {
    const ids = (count: number) => Array.from({ length: count }, (_, index) => `u${index}`);
    const all: PatchOperation = { op: "add", path: "members", value: ids(MAX_MEMBERS_PER_REQUEST) };
    const oneMore: PatchOperation = { op: "add", path: "members", value: ["x"] };
    expect(members(all)).toHaveLength(1);
    const error = scimErrorOf(() => members(all, oneMore));
    expect(error).toMatchObject({ status: 413, scimType: "tooMany" });
    expect(scimErrorOf(() => members({ ...all, value: [...ids(MAX_MEMBERS_PER_REQUEST), "x"] })).status).toBe(413);
  });

  it("does to a group what the operations say, in every dialect", () => {
    const people = ["u1", "u2", "u3", "u4"];
    const some = subarray(people, { minLength: 1 });
    const operation = oneof(
      some.map((ids): Step => [addForms(ids), (set) => ids.forEach((id) => set.add(id))]),
      some.map((ids): Step => [removeForms(ids), (set) => ids.forEach((id) => set.delete(id))]),
      subarray(people).map((ids): Step => [
        replaceForms(ids),
        (set) => (set.clear(), ids.forEach((id) => set.add(id))),
      ]),
      constantFrom<Step>([[{ op: "Remove", path: "members" }], (set) => set.clear()]),
    );
    const agrees = property(array(operation, { maxLength: 8 }), constantFrom(0, 1, 2), (steps, form) => {
      const model = new Set(["u1", "u2"]);
      for (const [, run] of steps) run(model);
      const operations = steps.map(([forms]) => forms[form % forms.length] ?? null);
      const result = runChanges(["u1", "u2"], splitMembers(readPatch({ Operations: operations })).members);
      return [...result].sort().join() === [...model].sort().join();
    });
    expect(check(agrees, { numRuns: 500 })).toMatchObject(HOLDS);
  });
});

/** The forms one operation has on the wire, and what it does to a set of ids. */
type Step = readonly [forms: readonly JsonValue[], run: (set: Set<string>) => void];

function addForms(ids: string[]): JsonValue[] {
  const value = ids.map((id) => ({ value: id, display: null }));
  return [
    { op: "add", path: "members", value },
    { op: "Add", value: { members: ids } },
    { op: "add", path: `${GROUP}:Members`, value: [...value, ...value] },
  ];
}

function removeForms(ids: string[]): JsonValue[] {
  const terms = ids.map((id) => `value eq "${id}"`).join(" or ");
  return [
    { op: "remove", path: `members[${terms}]` },
    { op: "Remove", path: "members", value: ids.map((id) => ({ $ref: null, value: id })) },
    { op: "remove", path: `members[not (not (${terms}))]` },
  ];
}

function replaceForms(ids: string[]): JsonValue[] {
  return [
    { op: "replace", path: "members", value: ids },
    { op: "replace", value: { id: "g", displayName: "N", members: ids.map((value) => ({ value })) } },
  ];
}

function runChanges(start: readonly string[], changes: readonly MemberChange[]): Set<string> {
  const set = new Set(start);
  for (const change of changes) {
    if (change.kind === "removeAll" || change.kind === "replace") set.clear();
    if (change.kind === "add" || change.kind === "replace") change.members.forEach(({ value }) => set.add(value));
    if (change.kind === "remove") change.members.forEach(({ value }) => set.delete(value));
    if (change.kind !== "removeWhere") continue;
    for (const value of set) if (evaluateFilter(change.filter, { value })) set.delete(value);
  }
  return set;
}
