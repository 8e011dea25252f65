import { DomainError, type Refusal } from "@rollcall/domain";
import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { problemSchema } from "../schemas/problem.ts";
import { ApiError } from "./api-error.ts";
import { errorCatalogue, errorCodes } from "./error-catalogue.ts";
import { toErrorEnvelope, toProblem } from "./problem.ts";
import { toApiError } from "./to-api-error.ts";

const id = "01935f20-1111-7222-8333-944455556666";

const refusals: [Refusal, number, string][] = [
  [{ code: "not_found", resource: "user", id }, 404, "not_found"],
  [{ code: "conflict", attribute: "userName", value: "ada" }, 409, "conflict"],
  [{ code: "in_use", resource: "schema", id: "urn:acme:x" }, 409, "in_use"],
  [{ code: "token_limit", limit: 2 }, 409, "token_limit"],
  [{ code: "idp_owned", resource: "user", id }, 409, "idp_owned"],
  [{ code: "tenant_deleted", id }, 409, "tenant_deleted"],
  [{ code: "scope_exceeded", scopes: ["users:write"] }, 403, "scope_exceeded"],
  [{ code: "version_mismatch", resource: "user", id }, 412, "version_mismatch"],
  [{ code: "contention", resource: "user", id }, 503, "contention"],
  [{ code: "unavailable", reason: "ECONNREFUSED 10.0.0.1" }, 503, "unavailable"],
  [{ code: "invalid_value", attribute: "name", reason: "it is empty" }, 400, "invalid_input"],
  [{ code: "unknown_members", ids: [id] }, 400, "unknown_members"],
];

describe("a problem", () => {
  it.each(refusals)("tells a refusal: $code", (refusal, status, code) => {
    const error = new DomainError(refusal, { cause: new Error("internal text") });
    const problem = toProblem(toApiError(error), "request-1");
    expect(problem).toMatchObject({ status, code, detail: error.message, requestId: "request-1" });
    expect(problem.type).toBe(`/docs/errors#${code}`);
    expect(JSON.stringify(problem)).not.toMatch(/internal text|ECONNREFUSED/);
  });

  it.each(errorCodes)("is as the OpenAPI document describes it: %s", (code) => {
    const problem = toProblem(new ApiError(code, { fields: [{ path: ["a", 0], message: "is odd" }] }), null);
    expect(problemSchema.strict().parse(problem)).toEqual(problem);
  });

  it("names the field that a refusal is about", () => {
    const error = toApiError(new DomainError({ code: "conflict", attribute: "userName", value: "ada" }));
    expect(toProblem(error, null).errors).toEqual([{ path: ["userName"], message: "is already taken" }]);
  });

  it("says nothing of an unexpected error", () => {
    const wrapped = new TRPCError({ code: "INTERNAL_SERVER_ERROR", message: "secret", cause: new Error("secret") });
    for (const thrown of [new Error("secret"), "secret", wrapped]) {
      expect(JSON.stringify(toErrorEnvelope(toApiError(thrown), "request-1"))).not.toContain("secret");
    }
  });

  it("says what is wrong with an input in one sentence, and field by field", () => {
    const { error: cause } = z.object({ page: z.object({ limit: z.int() }) }).safeParse({ page: { limit: "x" } });
    const problem = toProblem(toApiError(new TRPCError({ code: "BAD_REQUEST", cause })), "request-1");
    expect(problem).toMatchObject({ code: "invalid_input", errors: [{ path: ["page", "limit"] }] });
    expect(problem.detail).toMatch(/^page\.limit: .*expected/);
  });
});

describe("the catalogue", () => {
  it("gives each error the status that tRPC answers for its code", () => {
    for (const code of errorCodes) {
      expect([code, getHTTPStatusCodeFromError(new ApiError(code))]).toEqual([code, errorCatalogue[code].status]);
    }
  });
});
