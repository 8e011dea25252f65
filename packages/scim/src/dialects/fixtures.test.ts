import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { evaluateFilter } from "../filter/evaluate-filter.ts";
import { splitMembers } from "../group/split-members.ts";
import { getOwn, isJsonObject, type JsonObject, type JsonValue, withOwn } from "../json/json-value.ts";
import { parseJson } from "../json/parse-json.ts";
import { applyPatch } from "../patch/apply-patch.ts";
import { readPatch } from "../patch/read-patch.ts";
import { readResource } from "../resource/read-resource.ts";
import { groupType, userType } from "../schema/standard-types.ts";
import { scimErrorOf } from "../testing/scim-error-of.ts";

/**
 * One file for each form a provider sends: the resource `before` (null for a POST or PUT), the body
 * of the `request`, and either what the resource is `after` or the `error`.
 */
interface Fixture {
  readonly description: JsonValue;
  readonly type: JsonValue;
  readonly before: JsonObject | undefined;
  readonly request: JsonValue;
  readonly after: JsonValue;
  readonly error: JsonObject | undefined;
}

const folder = `${import.meta.dirname}/fixtures`;
const names = globSync("*/*.json", { cwd: folder }).sort();
const groupNames = names.filter((name) => isGroupPatch(load(name)));

describe("what identity providers send", () => {
  it.each(names)("%s", (name) => {
    const { description, error, after, ...fixture } = load(name);
    expect(description).toMatch(/\.$/u);
    const outcome = error === undefined ? run(fixture) : scimErrorOf(() => run(fixture));
    expect(outcome).toMatchObject(error ?? {});
    expect(error === undefined ? outcome : after).toEqual(after);
  });

  it.each(groupNames)("%s, split into changes of members", (name) => {
    const { before = {}, request, after } = load(name);
    const { attributes, members } = splitMembers(readPatch(request));
    const group = applyPatch(groupType, readGroup(withOwn(before, "members", undefined)), attributes);
    expect({ ...group, id: "g1" }).toEqual(withOwn(isJsonObject(after) ? after : {}, "members", undefined));
    const ids = new Set<JsonValue>(memberIds(before));
    for (const change of members) {
      if (change.kind === "removeAll" || change.kind === "replace") ids.clear();
      if (change.kind === "removeWhere") {
        for (const value of ids) if (evaluateFilter(change.filter, { value })) ids.delete(value);
      } else if (change.kind === "remove") change.members.forEach(({ value }) => ids.delete(value));
      else if (change.kind !== "removeAll") change.members.forEach(({ value }) => ids.add(value));
    }
    expect([...ids]).toEqual(memberIds(after));
  });
});

function load(name: string): Fixture {
  const fixture = parseJson(readFileSync(`${folder}/${name}`, "utf8"));
  if (!isJsonObject(fixture)) throw new TypeError(`${name} is not a fixture.`);
  const { description = null, type = null, before, request = null, after = null, error } = fixture;
  return {
    description,
    type,
    before: isJsonObject(before) ? before : undefined,
    request,
    after,
    error: isJsonObject(error) ? error : undefined,
  };
}

function run({ type, before, request }: Pick<Fixture, "type" | "before" | "request">): unknown {
  if (type === "Group") {
    return before === undefined
      ? readResource(groupType, request)
      : restoreId(before, applyPatch(groupType, readGroup(before), readPatch(request)));
  }
  return before === undefined
    ? readResource(userType, request)
    : restoreId(before, applyPatch(userType, readResource(userType, before), readPatch(request)));
}

function readGroup(group: JsonObject) {
  return readResource(groupType, group);
}

/** Reading a resource drops its id, as that of a request. */
function restoreId(before: JsonObject, after: object): unknown {
  return { ...after, id: before["id"] };
}

function isGroupPatch({ type, before, error }: Fixture): boolean {
  return type === "Group" && before !== undefined && error === undefined;
}

function memberIds(group: JsonValue): JsonValue[] {
  const members = isJsonObject(group) ? getOwn(group, "members") : undefined;
  if (!Array.isArray(members)) return [];
  return members.map((member) => (isJsonObject(member) ? (getOwn(member, "value") ?? null) : null));
}
