import { describe, expect, it } from "vitest";
import type { OpenApi, Schema } from "./openapi.ts";
import { asAnswer, asRequest, changesOf, object, text } from "./small-documents.fixture.ts";

/** Each row in both directions: what it breaks for those who send the model, and for those who receive it. */
describe.each<[string, { old: Schema; now: Schema; request: string[]; answer: string[] }]>([
  ["the same", { old: object({ a: text }), now: object({ a: text }), request: [], answer: [] }],
  ["a property more", { old: object({}), now: object({ a: text }), request: [], answer: [] }],
  [
    "a required property more",
    { old: object({}), now: object({ a: text }, ["a"]), request: [".a: is now required"], answer: [] },
  ],
  ["a property less", { old: object({ a: text }), now: object({}), request: [".a: is gone"], answer: [".a: is gone"] }],
  [
    "an optional property less in an open object",
    {
      old: { type: "object", properties: { a: text } },
      now: { type: "object", properties: {} },
      request: [],
      answer: [".a: is gone"],
    },
  ],
  [
    "required",
    { old: object({ a: text }), now: object({ a: text }, ["a"]), request: [".a: is now required"], answer: [] },
  ],
  [
    "optional",
    { old: object({ a: text }, ["a"]), now: object({ a: text }), request: [], answer: [".a: may now be absent"] },
  ],
  ["an object closes", { old: { type: "object" }, now: object({}), request: [".*: must now be declared"], answer: [] }],
  [
    "another type",
    { old: text, now: { type: "number" }, request: [": no longer takes: string"], answer: [": may now be: number"] },
  ],
  ["any number", { old: { type: "integer" }, now: { type: "number" }, request: [], answer: [": may now be: number"] }],
  [
    "whole numbers only",
    { old: { type: "number" }, now: { type: "integer" }, request: [": no longer takes: number"], answer: [] },
  ],
  ["nullable", { old: text, now: { type: ["string", "null"] }, request: [], answer: [": may now be: null"] }],
  [
    "not nullable",
    { old: { anyOf: [text, { type: "null" }] }, now: text, request: [": no longer takes: null"], answer: [] },
  ],
  [
    "nullable, written otherwise",
    {
      old: { anyOf: [text, { type: "null" }] },
      now: { type: ["string", "null"] },
      request: [],
      answer: [],
    },
  ],
  [
    "a value more",
    { old: { ...text, enum: ["a"] }, now: { ...text, enum: ["a", "b"] }, request: [], answer: [': may now be: "b"'] },
  ],
  [
    "a value less",
    {
      old: { ...text, enum: ["a", "b"] },
      now: { ...text, const: "a" },
      request: [': no longer takes: "b"'],
      answer: [],
    },
  ],
  ["any text", { old: { ...text, enum: ["a"] }, now: text, request: [], answer: [": may now be: other values"] }],
  [
    "a lower maximum",
    {
      old: { ...text, maxLength: 9 },
      now: { ...text, maxLength: 5 },
      request: [": is now narrower: maxLength"],
      answer: [],
    },
  ],
  [
    "a lower minimum",
    { old: { ...text, minLength: 1 }, now: text, request: [], answer: [": is now wider: minLength"] },
  ],
  [
    "another pattern",
    {
      old: { ...text, pattern: "^a" },
      now: { ...text, pattern: "^b" },
      request: [": has another pattern"],
      answer: [": has another pattern"],
    },
  ],
  ["a format", { old: text, now: { ...text, format: "uuid" }, request: [": has another format"], answer: [] }],
  ["other words", { old: text, now: { ...text, description: "A name", examples: ["Ada"] }, request: [], answer: [] }],
  [
    "other items",
    {
      old: { type: "array", items: text },
      now: { type: "array", items: { type: "null" } },
      request: ["[]: no longer takes: string"],
      answer: ["[]: may now be: null"],
    },
  ],
  [
    "other values of a map",
    {
      old: { type: "object", additionalProperties: text },
      now: { type: "object", additionalProperties: { type: "number" } },
      request: [".*: no longer takes: string"],
      answer: [".*: may now be: number"],
    },
  ],
  [
    "a member of a union more",
    {
      old: { oneOf: [object({ kind: { const: "a" } })] },
      now: { oneOf: [object({ kind: { const: "a" } }), object({ kind: { const: "b" } })] },
      request: [],
      answer: [': may now be: object with kind "b"'],
    },
  ],
  [
    "a property less in one member of a union",
    {
      old: { oneOf: [object({ kind: { const: "a" }, x: text }), object({ kind: { const: "b" } })] },
      now: { oneOf: [object({ kind: { const: "b" } }), object({ kind: { const: "a" } })] },
      request: [".x: is gone"],
      answer: [".x: is gone"],
    },
  ],
])("a model with %s", (_, { old, now, request, answer }) => {
  it("in requests", () => {
    expect(changesOf(asRequest(old), asRequest(now))).toEqual(request.map((each) => `GET /users · request${each}`));
  });

  it("in answers", () => {
    expect(changesOf(asAnswer(old), asAnswer(now))).toEqual(answer.map((each) => `GET /users · 200${each}`));
  });
});

describe("a model that holds itself", () => {
  const tree = (value: Schema): OpenApi => ({
    ...asAnswer({ $ref: "#/components/schemas/Tree" }),
    components: {
      schemas: { Tree: object({ value, children: { type: "array", items: { $ref: "#/components/schemas/Tree" } } }) },
    },
  });

  it("is compared once", () => {
    expect(changesOf(tree(text), tree(text))).toEqual([]);
    expect(changesOf(tree(text), tree({ type: "number" }))).toEqual(["GET /users · 200.value: may now be: number"]);
  });
});
