import { check, constantFrom, array, oneof, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { HOLDS } from "../testing/holds.ts";
import { scimErrorOf, unlessScimError } from "../testing/scim-error-of.ts";
import type { ComparisonOperator, Filter, FilterLiteral } from "./filter.ts";
import { MAX_FILTER_DEPTH, MAX_FILTER_TERMS } from "./filter-parser.ts";
import { parseFilter } from "./parse-filter.ts";
import { MAX_FILTER_LENGTH } from "./tokenize.ts";

function comparison(name: string, operator: ComparisonOperator, value: FilterLiteral): Filter {
  return { kind: "comparison", path: { name }, operator, value };
}

const a: Filter = { kind: "present", path: { name: "a" } };
const b: Filter = { kind: "present", path: { name: "b" } };
const c: Filter = { kind: "present", path: { name: "c" } };

describe("parseFilter", () => {
  it.each<[string, Filter]>([
    ['userName eq "ada"', comparison("userName", "eq", "ada")],
    ['userName Eq "ada"', comparison("userName", "eq", "ada")],
    ['  userName   EQ\t"ada"  ', comparison("userName", "eq", "ada")],
    ['a eq "say \\"hi\\" \\u00e9 \\\\ \\/"', comparison("a", "eq", 'say "hi" é \\ /')],
    ['a eq "and ) ] or"', comparison("a", "eq", "and ) ] or")],
    ["a eq true", comparison("a", "eq", true)],
    ["a ne False", comparison("a", "ne", false)],
    ["a eq null", comparison("a", "eq", null)],
    ["a gt -12.5e+2", comparison("a", "gt", -1250)],
    ["a le 0", comparison("a", "le", 0)],
    ["a pr", a],
    ["a PR", a],
    ["$ref pr", { kind: "present", path: { name: "$ref" } }],
    ["name.familyName pr", { kind: "present", path: { name: "name", subAttribute: "familyName" } }],
    [
      'urn:ietf:params:scim:schemas:core:2.0:User:name.familyName sw "L"',
      {
        kind: "comparison",
        path: { urn: "urn:ietf:params:scim:schemas:core:2.0:User", name: "name", subAttribute: "familyName" },
        operator: "sw",
        value: "L",
      },
    ],
  ])("reads %s", (text, filter) => {
    expect(parseFilter(text)).toEqual(filter);
  });

  it.each<[string, Filter]>([
    ["a pr and b pr and c pr", { kind: "and", filters: [a, b, c] }],
    ["a pr or b pr and c pr", { kind: "or", filters: [a, { kind: "and", filters: [b, c] }] }],
    ["a pr and b pr or c pr", { kind: "or", filters: [{ kind: "and", filters: [a, b] }, c] }],
    ["(a pr or b pr) and c pr", { kind: "and", filters: [{ kind: "or", filters: [a, b] }, c] }],
    ["not (a pr) and b pr", { kind: "and", filters: [{ kind: "not", filter: a }, b] }],
    ["NOT(a pr or b pr)", { kind: "not", filter: { kind: "or", filters: [a, b] } }],
    ["((a pr))", a],
    [
      "x[a pr and not (b pr)]",
      { kind: "valuePath", path: { name: "x" }, filter: { kind: "and", filters: [a, { kind: "not", filter: b }] } },
    ],
    [
      "x[a pr] or y[(b pr)]",
      {
        kind: "or",
        filters: [
          { kind: "valuePath", path: { name: "x" }, filter: a },
          { kind: "valuePath", path: { name: "y" }, filter: b },
        ],
      },
    ],
  ])("binds %s as the standard says", (text, filter) => {
    expect(parseFilter(text)).toEqual(filter);
  });

  it("reads a comparison after a value path as part of it", () => {
    expect(parseFilter('emails[type eq "work"].value eq "a@b"')).toEqual(
      parseFilter('emails[type eq "work" and value eq "a@b"]'),
    );
  });

  it("takes not for a name where no parenthesis follows", () => {
    expect(parseFilter("not pr")).toEqual({ kind: "present", path: { name: "not" } });
  });

  it.each([
    ["", 1],
    ["   ", 4],
    ["userName", 9],
    ["userName eq", 12],
    ["userName eq ada", 13],
    ["userName eq 'ada'", 13],
    ['userName = "ada"', 10],
    ['userName eq "ada', 13],
    ['userName eq "a\\x"', 13],
    ['userName eq "\\u0000"', 13],
    ['userName eq "\\ud800"', 13],
    ['userName eq "ada" title pr', 19],
    ["a pr and", 9],
    ["a pr b pr", 6],
    ["(a pr", 6],
    ["a pr)", 5],
    ["not a pr", 5],
    ["x[a pr", 7],
    ["x[y[a pr]]", 4],
    ["x[]", 3],
    ["x[a pr].b.c pr", 9],
    ["x[a pr] .b pr", 9],
    ["a.b.c pr", 1],
    ["__proto__ pr", 1],
    ["a..b pr", 1],
    ["a eq 01", 6],
    ["a eq 1e999", 6],
    ["a eq é", 6],
    ["' OR 1=1--", 1],
    ['userName";drop eq "a"', 21],
  ])("refuses %j at character %i", (text, character) => {
    const error = scimErrorOf(() => parseFilter(text));
    expect(error).toMatchObject({ status: 400, scimType: "invalidFilter" });
    expect(error.detail).toContain(`at character ${character} of the filter`);
  });

  it("allows the greatest depth, number of comparisons and length, and no more", () => {
    const nested = (depth: number) => `${"(".repeat(depth)}a pr${")".repeat(depth)}`;
    expect(parseFilter(nested(MAX_FILTER_DEPTH))).toEqual(a);
    expect(scimErrorOf(() => parseFilter(nested(MAX_FILTER_DEPTH + 1))).detail).toContain("deeper");
    const siblings = Array.from({ length: MAX_FILTER_DEPTH + 1 }, () => "(a pr)").join(" and ");
    expect(parseFilter(siblings)).toMatchObject({ kind: "and" });
    const terms = (count: number) => Array.from({ length: count }, () => "a pr").join(" or ");
    expect(parseFilter(terms(MAX_FILTER_TERMS))).toMatchObject({ kind: "or" });
    expect(scimErrorOf(() => parseFilter(terms(MAX_FILTER_TERMS + 1))).detail).toContain("More than");
    expect(parseFilter("a pr".padEnd(MAX_FILTER_LENGTH))).toEqual(a);
    expect(scimErrorOf(() => parseFilter("a pr".padEnd(MAX_FILTER_LENGTH + 1))).detail).toContain("Longer");
  });

  it("reads anything or throws a ScimError", () => {
    const token = oneof(
      constantFrom(
        "(",
        ")",
        "[",
        "]",
        "not",
        "and",
        "or",
        "eq",
        "pr",
        "co",
        "a",
        "a.b",
        "urn:x:y",
        ".c",
        '"s"',
        "1",
        "true",
        "null",
      ),
      string({ maxLength: 4 }),
    );
    const texts = oneof(
      string({ unit: "binary" }),
      array(token, { maxLength: 24 }).map((tokens) => tokens.join(" ")),
    );
    const isSafe = property(texts, (text) => {
      unlessScimError(() => parseFilter(text));
      return true;
    });
    expect(check(isSafe, { numRuns: 2_000 })).toMatchObject(HOLDS);
  });
});
