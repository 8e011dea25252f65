import { check, json, oneof, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { HOLDS } from "../testing/holds.ts";
import { jsonValues } from "../testing/json-values.ts";
import { scimErrorOf, unlessScimError } from "../testing/scim-error-of.ts";
import { jsonEqual } from "./json-equal.ts";
import { MAX_JSON_DEPTH, MAX_JSON_KEYS, parseJson } from "./parse-json.ts";

describe("parseJson", () => {
  it.each([
    ["null", null],
    [" true ", true],
    ["-1.5e3", -1500],
    ['"a\\u00e9\\n\\ud83d\\ude00"', "aé\n😀"],
    ["[]", []],
    ["{}", {}],
    ['{"a":[1,{"b":null}],"c":{}}', { a: [1, { b: null }], c: {} }],
  ])("reads %s", (text, value) => {
    expect(parseJson(text)).toEqual(value);
  });

  it.each([
    ["", 1],
    ["{", 2],
    ['{"a":1,}', 8],
    ["[1,]", 4],
    ["[1 2]", 4],
    ['{"a" 1}', 6],
    ["{a:1}", 2],
    ["[1}", 3],
    ['{"a":1]', 7],
    ["tru", 1],
    ["01", 1],
    ["NaN", 1],
    ['"open', 1],
    ['"bad \\x escape"', 1],
    ['"line\nbreak"', 1],
    ["1 2", 3],
    ["'a'", 1],
  ])("refuses %j at character %i", (text, character) => {
    const error = scimErrorOf(() => parseJson(text));
    expect(error).toMatchObject({ status: 400, scimType: "invalidSyntax" });
    expect(error.detail).toContain(`at character ${character} of`);
  });

  it.each([
    ['{"userName":"a","userName":"b"}', 17],
    ['{"userName":"a","USERNAME":"b"}', 17],
    ['{"userName":"a","user\\u004eame":"b"}', 17],
    ['{"a":{"x":1,"X":2}}', 13],
  ])("refuses the doubled key in %s", (text, character) => {
    const { detail } = scimErrorOf(() => parseJson(text));
    expect(detail).toBe(`A key occurs twice in one object at character ${character} of the body.`);
  });

  it("lets one key occur in several objects", () => {
    expect(parseJson('[{"a":1},{"a":2,"b":{"a":3}}]')).toEqual([{ a: 1 }, { a: 2, b: { a: 3 } }]);
  });

  it.each(['"\\u0000"', '{"a\\u0000":1}', '"\\ud800"', '"\ud800"', '"\\udc00x"'])(
    "refuses NUL and half surrogate pairs in %j",
    (text) => {
      expect(scimErrorOf(() => parseJson(text)).scimType).toBe("invalidSyntax");
    },
  );

  it.each(["1e400", "-1e400", '{"a":[1e309]}'])("refuses the number in %s, which would become Infinity", (text) => {
    expect(scimErrorOf(() => parseJson(text))).toMatchObject({ status: 400, scimType: "invalidSyntax" });
  });

  it("allows the greatest depth and no more", () => {
    const nest = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
    expect(parseJson(nest(MAX_JSON_DEPTH))).toBeInstanceOf(Array);
    expect(scimErrorOf(() => parseJson(nest(MAX_JSON_DEPTH + 1))).detail).toContain("deeper than 32");
  });

  it("has room for 100,000 members and an end", () => {
    const group = { members: Array.from({ length: 100_000 }, (_, id) => ({ value: `${id}` })) };
    expect(parseJson(JSON.stringify(group))).toEqual(group);
    const text = `[${Array.from({ length: MAX_JSON_KEYS + 1 }, () => '{"a":1}').join(",")}]`;
    expect(scimErrorOf(() => parseJson(text)).detail).toContain("More than 1000000 keys");
  });

  it("takes no key for one of an earlier body that begins as it is written", () => {
    const work = 'emails[type eq "work"].value';
    const pairs: [string, string][] = [
      ["\\", "\n"],
      ["\\u00", "abcd"],
      [JSON.stringify(work).slice(1, 1 + work.length), work],
    ];
    for (const [earlier, key] of pairs) {
      const escaped = key === "abcd" ? '"\\u0061bcd"' : JSON.stringify(key);
      parseJson(`{"userName":"eve",${JSON.stringify(earlier)}:1}`);
      const bodies = [`{"userName":"ada",${escaped}:[{"\\"":1}]}`, `[{"userName":"ada",${escaped}:[{"\\"":1}]}]`];
      for (const body of bodies) {
        expect([parseJson(body)].flat()).toEqual([{ userName: "ada", [key]: [{ '"': 1 }] }]);
      }
    }
  });

  it("makes __proto__ an ordinary key", () => {
    const value = parseJson('{"__proto__":{"x":1}}');
    expect(Object.keys(value ?? {})).toEqual(["__proto__"]);
    expect(Object.keys(parseJson('{"__proto\\u005f_":{"x":1}}') ?? {})).toEqual(["__proto__"]);
    expect({}).not.toHaveProperty("x");
  });

  it("agrees with JSON.parse wherever it does not refuse", () => {
    const text = oneof(
      json(),
      string(),
      json().map((valid) => valid.slice(1)),
    );
    const agrees = property(text, (candidate) => {
      const value = unlessScimError(() => parseJson(candidate));
      return value === undefined || jsonEqual(value, JSON.parse(candidate));
    });
    expect(check(agrees)).toMatchObject(HOLDS);
  });

  it("reads what JSON.stringify writes", () => {
    const roundTrip = property(jsonValues(), (value) => jsonEqual(parseJson(JSON.stringify(value)), value));
    expect(check(roundTrip)).toMatchObject(HOLDS);
  });
});
