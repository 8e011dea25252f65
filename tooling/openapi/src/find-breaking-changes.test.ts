import { describe, expect, it } from "vitest";
import type { OpenApi, Operation } from "./openapi.ts";
import { changesOf, documentOf, ok, text } from "./small-documents.fixture.ts";

const nothing: string[] = [];

describe("an operation", () => {
  const released = documentOf({});

  it.each<[string, OpenApi, string[]]>([
    ["stays", released, nothing],
    ["is joined by another", { paths: { ...released.paths, "/groups": { get: { responses: ok } } } }, nothing],
    ["goes", { paths: {} }, ["GET /users: is gone"]],
    [
      "gets another path",
      { paths: { "/people": { get: { operationId: "listUsers", responses: ok } } } },
      ["GET /users: has moved to GET /people"],
    ],
    [
      "gets another method",
      { paths: { "/users": { post: { operationId: "listUsers", responses: ok } } } },
      ["GET /users: has moved to POST /users"],
    ],
    [
      "is renamed",
      documentOf({ operationId: "findUsers" }),
      ["GET /users: has a new operationId: listUsers became findUsers"],
    ],
  ])("%s", (_, current, expected) => {
    expect(changesOf(released, current)).toEqual(expected);
  });
});

describe("the place and the door", () => {
  const apiKey = { type: "http", scheme: "bearer" };
  const released = documentOf(
    { security: [{ apiKey: ["users:read"] }] },
    { servers: [{ url: "/api/v1" }], components: { securitySchemes: { apiKey } } },
  );

  it.each<[string, OpenApi, string[]]>([
    ["a server goes", { ...released, servers: [{ url: "/api/v2" }] }, ["server /api/v1: is gone"]],
    ["a scheme goes", { ...released, components: {} }, ["security scheme apiKey: is gone"]],
    [
      "a scheme changes",
      { ...released, components: { securitySchemes: { apiKey: { ...apiKey, scheme: "basic" } } } },
      ["security scheme apiKey: works in another way"],
    ],
    [
      "a scheme is described",
      { ...released, components: { securitySchemes: { apiKey: { ...apiKey, description: "A key" } } } },
      nothing,
    ],
    [
      "more scopes are needed",
      { ...released, ...documentOf({ security: [{ apiKey: ["users:read", "users:write"] }] }) },
      ['GET /users: no longer lets in whoever has {"apiKey":["users:read"]}'],
    ],
    [
      "another scheme is needed as well",
      { ...released, ...documentOf({ security: [{ apiKey: ["users:read"], mutualTls: [] }] }) },
      ['GET /users: no longer lets in whoever has {"apiKey":["users:read"]}'],
    ],
    ["fewer scopes are needed", { ...released, ...documentOf({ security: [{ apiKey: [] }] }) }, nothing],
    ["another way in opens", { ...released, ...documentOf({ security: [{ cookie: [] }, { apiKey: [] }] }) }, nothing],
  ])("%s", (_, current, expected) => {
    expect(changesOf(released, current)).toEqual(expected);
  });

  it("closes what was open to everyone", () => {
    const closed = documentOf({ security: [{ apiKey: [] }] });
    expect(changesOf(documentOf({}), closed)).toEqual(["GET /users: no longer lets in whoever has {}"]);
  });
});

describe("parameters", () => {
  const limit = { in: "query", name: "limit", schema: { type: "integer", maximum: 100, default: 10 } } as const;
  const search = { in: "query", name: "search", schema: text } as const;
  const at = "GET /users · query parameter limit";

  it.each<[string, Operation["parameters"], string[]]>([
    ["one goes", [], [`${at}: is gone`]],
    ["an optional one comes", [limit, search], nothing],
    [
      "a required one comes",
      [limit, { ...search, required: true }],
      ["GET /users · query parameter search: is now required"],
    ],
    ["one becomes required", [{ ...limit, required: true }], [`${at}: is now required`]],
    ["one narrows", [{ ...limit, schema: { ...limit.schema, maximum: 50 } }], [`${at}: is now narrower: maximum`]],
    ["one widens", [{ ...limit, schema: { ...limit.schema, maximum: 200 } }], nothing],
    ["a default changes", [{ ...limit, schema: { ...limit.schema, default: 20 } }], [`${at}: has another default`]],
    ["a default goes", [{ ...limit, schema: { type: "integer", maximum: 100 } }], [`${at}: has another default`]],
    [
      "one moves into the path",
      [{ ...limit, in: "path", required: true }],
      ["GET /users · path parameter limit: is now required", `${at}: is gone`],
    ],
  ])("%s", (_, parameters, expected) => {
    expect(changesOf(documentOf({ parameters: [limit] }), documentOf({ parameters: parameters ?? [] }))).toEqual(
      expected,
    );
  });
});

describe("a request's body", () => {
  const body = { content: { "application/json": { schema: text } } };
  const demanded = documentOf({ requestBody: { ...body, required: true } });
  const allowed = documentOf({ requestBody: body });
  const none = documentOf({});
  const other = documentOf({ requestBody: { content: { "text/csv": { schema: text } } } });

  it.each<[string, { old: OpenApi; now: OpenApi; expected: string[] }]>([
    ["is demanded", { old: none, now: demanded, expected: [": is now required"] }],
    ["becomes required", { old: allowed, now: demanded, expected: [": is now required"] }],
    ["may be sent", { old: none, now: allowed, expected: [] }],
    ["may be left out", { old: demanded, now: allowed, expected: [] }],
    ["goes", { old: allowed, now: none, expected: [": is gone"] }],
    ["has another media type", { old: allowed, now: other, expected: [": is no longer possible as application/json"] }],
  ])("%s", (_, { old, now, expected }) => {
    expect(changesOf(old, now)).toEqual(expected.map((each) => `GET /users · request${each}`));
  });
});

describe("answers", () => {
  const response = ok["200"];
  const released = documentOf({ responses: { "200": { ...response, headers: { ETag: {} } }, "404": response } });
  const responses = released.paths["/users"]?.get?.responses ?? {};

  it.each<[string, Operation["responses"], string[]]>([
    [
      "another status of success",
      { "201": response, "404": response },
      ["GET /users · 201: is a new status of success", "GET /users · 200: is gone"],
    ],
    ["an error goes", { "200": responses["200"] ?? {} }, ["GET /users · 404: is gone"]],
    ["an error comes", { ...responses, "409": response }, nothing],
    ["a header goes", { ...responses, "200": response }, ["GET /users · 200 · header ETag: is gone"]],
    [
      "another media type",
      { ...responses, "404": { content: { "application/problem+json": { schema: text } } } },
      ["GET /users · 404: is no longer possible as application/json"],
    ],
  ])("%s", (_, current, expected) => {
    expect(changesOf(released, documentOf({ responses: current }))).toEqual(expected);
  });

  it("are found behind references", () => {
    const current = documentOf(
      { responses: { "200": { $ref: "#/components/responses/Ok" } } },
      { components: { responses: { Ok: { content: { "application/json": { schema: { type: "number" } } } } } } },
    );
    expect(changesOf(documentOf({}), current)).toEqual(["GET /users · 200: may now be: number"]);
  });
});
