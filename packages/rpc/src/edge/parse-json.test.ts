import { describe, expect, it } from "vitest";
import { parseJson } from "./parse-json.ts";

const read = (text: string): unknown => {
  try {
    return parseJson(text);
  } catch (error) {
    return error instanceof SyntaxError ? "SyntaxError" : error;
  }
};

describe("parseJson", () => {
  it.each<[string, unknown]>([
    ['{"a":"b"}', { a: "b" }],
    [String.raw`{"a":"\"b\": c\\"}`, { a: '"b": c\\' }],
    [String.raw`["\u00e9", "\n"]`, ["é", "\n"]],
    [String.raw`{"a":"\u00e9","b":"\\"}`, { a: "é", b: "\\" }],
    ["", "SyntaxError"],
    [String.raw`{"a":"\x"}`, "SyntaxError"],
  ])("reads %s", (text, value) => {
    expect(read(text)).toEqual(value);
  });

  it.each([
    String.raw`{"a":"\u0000"}`,
    String.raw`{"a":["\ud800"]}`,
    String.raw`{"\u0061":1}`,
    String.raw`{"a":1,"\\" : 2}`,
    String.raw`[{"a":"\\","b\"c":1}]`,
  ])("refuses %s", (text) => {
    expect(read(text)).toMatchObject({ errorCode: "malformed_request" });
  });
});
