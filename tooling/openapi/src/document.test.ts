import { createConfig, lintFromString } from "@redocly/openapi-core";
import { describe, expect, it } from "vitest";
import { generatedDocument, generatedText } from "./generated-document.fixture.ts";
import { listOperations } from "./list-operations.ts";
import { resolveResponse } from "./resolve-response.ts";

const { tags = [], components } = generatedDocument;
const operations = [...listOperations(generatedDocument)];

describe("the OpenAPI document", () => {
  it("is valid in the eyes of an independent validator, examples included", async () => {
    const config = await createConfig({ extends: ["recommended-strict"], rules: strictRules });
    const problems = await lintFromString({ source: generatedText, absoluteRef: "openapi.json", config });
    const told = problems.map(({ ruleId, message, location: [place] }) => `${ruleId} ${place?.pointer}: ${message}`);
    expect(told).toEqual([]);
  });

  it("gives every operation a name that generated clients can use, once", () => {
    const names = operations.map(([, { operationId }]) => operationId);
    expect(names.filter((name) => !/^[a-z][A-Za-z0-9]*$/.test(name ?? ""))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it("declares the tags of its operations, and no others", () => {
    const used = new Set(operations.flatMap(([, operation]) => operation.tags ?? []));
    expect(tags.map(({ name }) => name).toSorted()).toEqual([...used].toSorted());
    for (const [route, operation] of operations) expect([route, operation.tags?.length]).toEqual([route, 1]);
  });

  it.each(operations)("%s answers success and every failure with a typed body", (_, { responses }) => {
    const statuses = Object.keys(responses);
    for (const family of ["2", "4", "5"]) expect(statuses.some((status) => status.startsWith(family))).toBe(true);
    const schemas = Object.entries(responses)
      .filter(([status]) => status !== "204")
      .map(([, response]) => resolveResponse(response, generatedDocument).content ?? {})
      .map((content) => Object.values(content).map(({ schema }) => Object.keys(schema)));
    // One media type each, and its model by name.
    for (const each of schemas) expect(each).toEqual([["$ref"]]);
  });

  it("says of every value what it is", () => {
    expect(untypedPlaces(generatedDocument, "#")).toEqual([]);
    expect(Object.keys(components?.schemas ?? {}).length).toBeGreaterThan(20);
  });
});

/** Rules beyond the recommended ones; each problem of any rule fails the test. */
const strictRules = {
  "info-license": "off",
  "tag-description": "error",
  "operation-description": "error",
  "operation-singular-tag": "error",
  "operation-operationId": "error",
  "no-invalid-schema-examples": "error",
  "no-invalid-media-type-examples": "error",
  "no-invalid-parameter-examples": "error",
  "no-required-schema-properties-undefined": "error",
} as const;

const typing = ["$ref", "type", "enum", "const", "anyOf", "oneOf", "allOf"];

/** Places of schemas that would let anything through. */
function untypedPlaces(node: unknown, place: string): string[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const at = `${place}/${key}`;
    if (key === "examples" || key === "default" || key === "mapping") return [];
    const schemas = schemasUnder(key, value);
    const untyped = schemas.filter(([, schema]) => !isTyped(schema)).map(([name]) => `${at}${name}`);
    return [...untyped, ...untypedPlaces(value, at)];
  });
}

function schemasUnder(key: string, value: unknown): [string, unknown][] {
  if (key === "schema" || key === "items" || (key === "additionalProperties" && value !== false)) return [["", value]];
  const holdsSchemas = ["properties", "schemas", "anyOf", "oneOf", "allOf"].includes(key);
  return holdsSchemas && typeof value === "object" && value !== null
    ? Object.entries(value).map(([name, schema]) => [`/${name}`, schema])
    : [];
}

function isTyped(schema: unknown): boolean {
  return typeof schema === "object" && schema !== null && typing.some((keyword) => keyword in schema);
}
