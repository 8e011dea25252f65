import { describe, expect, it } from "vitest";
import { createOpenApiDocument } from "./create-openapi-document.ts";
import { listEndpoints } from "./list-endpoints.ts";

const document = createOpenApiDocument({ baseUrl: "/api/v1", version: "1.2.3" });
const text = JSON.stringify(document);

const methods = { GET: "get", POST: "post", PUT: "put", PATCH: "patch", DELETE: "delete" } as const;
const operations = listEndpoints().map((endpoint) => ({
  ...endpoint,
  operation: document.paths?.[endpoint.path]?.[methods[endpoint.method]],
}));

describe("the OpenAPI document", () => {
  it("is OpenAPI 3.1 with a title, a version and a server", () => {
    expect(document).toMatchObject({
      openapi: "3.1.0",
      info: { title: "Rollcall internal API", version: "1.2.3" },
      servers: [{ url: "/api/v1" }],
    });
  });

  it("holds no reference that leads nowhere, and no model without a description", () => {
    const schemas = document.components?.schemas ?? {};
    const responses = Object.keys(document.components?.responses ?? {});
    const targets = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, target]) => target ?? "");
    expect(targets.length).toBeGreaterThan(100);
    expect(new Set(targets)).toEqual(
      new Set([
        ...Object.keys(schemas).map((name) => `#/components/schemas/${name}`),
        ...responses.map((name) => `#/components/responses/${name}`),
      ]),
    );
    for (const [name, schema] of Object.entries(schemas)) expect([name, schema.description]).not.toContain(undefined);
  });

  it("names every operation once", () => {
    const ids = operations.map(({ operation }) => operation?.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain(undefined);
  });

  it("declares exactly the parameters of each path", () => {
    for (const { path, operation } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = (operation?.parameters ?? []).filter((each) => "in" in each && each.in === "path");
      expect(declared.map((each) => "name" in each && each.name)).toEqual(inPath);
      for (const parameter of declared) expect(parameter).toMatchObject({ required: true });
    }
  });

  it("asks for a credential everywhere but where everybody is welcome, and names the scope", () => {
    expect(document.components?.securitySchemes).toMatchObject({
      apiKey: { type: "http", scheme: "bearer" },
      jwt: { type: "http", scheme: "bearer", bearerFormat: "JWT" },
    });
    for (const { access, operation } of operations) {
      const scopes = access === "public" || access === "authenticated" ? [] : [access];
      expect(operation?.security).toEqual(access === "public" ? [] : [{ apiKey: scopes }, { jwt: scopes }]);
    }
    expect(operations.filter(({ access }) => access === "public").map(({ procedure }) => procedure)).toEqual([
      "service.info",
    ]);
  });

  it("takes an Idempotency-Key wherever something is created", () => {
    for (const { idempotent, successStatus, operation } of operations) {
      const names = (operation?.parameters ?? []).map((each) => "name" in each && each.name);
      expect([idempotent, names.includes("Idempotency-Key")]).toEqual([successStatus === 201, successStatus === 201]);
    }
  });

  it("describes what is answered: the real status of success, and the real error body", () => {
    for (const { successStatus, errorStatuses, operation } of operations) {
      const statuses = Object.keys(operation?.responses ?? {}).map(Number);
      expect(statuses).toEqual([successStatus, ...errorStatuses]);
      for (const status of errorStatuses) {
        expect(operation?.responses?.[status]).toEqual({ $ref: `#/components/responses/Problem${status}` });
        expect(document.components?.responses?.[`Problem${status}`]).toMatchObject({
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        });
      }
    }
  });

  it("is the same every time", () => {
    expect(JSON.stringify(createOpenApiDocument({ baseUrl: "/api/v1", version: "1.2.3" }))).toBe(text);
  });
});
