import { describe, expect, it } from "vitest";
import { z } from "zod";
import { appRouter } from "./app-router.ts";
import { createOpenApiDocument } from "./openapi/create-openapi-document.ts";
import { listEndpoints } from "./openapi/list-endpoints.ts";

const definitionSchema = z.object({
  inputs: z.array(z.instanceof(z.ZodObject)).min(1),
  output: z.instanceof(z.ZodObject),
  meta: z.object({ openapi: z.object({ summary: z.string().min(1), description: z.string().min(1) }) }),
});

const { _def: definition } = appRouter;
const { paths = {} } = createOpenApiDocument({ baseUrl: "/api/v1", version: "1.2.3" });

describe.each(Object.entries(definition.procedures))("%s", (name, procedure) => {
  it("has an input that refuses unknown keys, an output, and a description", () => {
    const { inputs } = definitionSchema.parse(Reflect.get(procedure, "_def"));
    const result = inputs.at(-1)?.safeParse({ surplus: 1 });
    expect(result?.error?.issues.map(({ code }) => code)).toContain("unrecognized_keys");
  });

  it("is in the OpenAPI document", () => {
    const endpoint = listEndpoints().find((each) => each.procedure === name);
    expect(paths[endpoint?.path ?? ""]).toHaveProperty(endpoint?.method.toLowerCase() ?? "");
  });
});

const ofDeployment = new Set([
  "service.info",
  "service.caller",
  "tenants.list",
  "tenants.create",
  "apiKeys.list",
  "apiKeys.create",
  "apiKeys.rotate",
  "apiKeys.revoke",
  "audit.platform",
]);

describe("procedures for tenants", () => {
  it("are bound to one, wherever the path names one", () => {
    for (const { path, procedure } of listEndpoints()) {
      const bound = path.startsWith("/tenants/{tenantId}");
      expect([procedure, bound]).toEqual([procedure, !ofDeployment.has(procedure)]);
    }
  });
});
