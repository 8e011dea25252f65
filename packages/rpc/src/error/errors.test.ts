import { DomainError, type Refusal } from "@rollcall/domain";
import { TRPCError } from "@trpc/server";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { errorBodySchema } from "../schemas/error-body.ts";
import { errorBody, errorEnvelope } from "./error-body.ts";
import { toTrpcError } from "./to-trpc-error.ts";

const id = "01935f20-1111-7222-8333-944455556666";

const refusals: [Refusal, number, string][] = [
  [{ code: "not_found", resource: "user", id }, 404, "NOT_FOUND"],
  [{ code: "conflict", attribute: "userName", value: "ada" }, 409, "CONFLICT"],
  [{ code: "in_use", resource: "schema", id: "urn:acme:x" }, 409, "CONFLICT"],
  [{ code: "token_limit", limit: 2 }, 409, "CONFLICT"],
  [{ code: "version_mismatch", resource: "user", id }, 412, "PRECONDITION_FAILED"],
  [{ code: "contention", resource: "user", id }, 503, "SERVICE_UNAVAILABLE"],
  [{ code: "unavailable", reason: "ECONNREFUSED 10.0.0.1" }, 503, "SERVICE_UNAVAILABLE"],
  [{ code: "invalid_value", attribute: "name", reason: "it is empty" }, 400, "BAD_REQUEST"],
  [{ code: "unknown_members", ids: [id] }, 400, "BAD_REQUEST"],
];

describe("the body of an error", () => {
  it.each(refusals)("tells a refusal: $code", (refusal, httpStatus, code) => {
    const error = new DomainError(refusal, { cause: new Error("internal text") });
    const body = errorBody(toTrpcError(error), "request-1");
    expect(body).toEqual({
      message: error.message,
      code,
      data: { code, httpStatus, requestId: "request-1", refusal: refusal.code },
    });
    expect(JSON.stringify(body)).not.toMatch(/internal text|ECONNREFUSED/);
  });

  it("is as the OpenAPI document describes it", () => {
    const body = errorBody(toTrpcError(new DomainError({ code: "token_limit", limit: 2 })), "request-1");
    expect(errorBodySchema.strict().parse(body)).toEqual(body);
  });

  it("says nothing of an unexpected error", () => {
    const error = new TRPCError({ code: "INTERNAL_SERVER_ERROR", message: "secret", cause: new Error("secret") });
    expect(JSON.stringify(errorEnvelope(error, "request-1"))).not.toContain("secret");
  });

  it("says what is wrong with an input in one sentence", () => {
    const { error: cause } = z.object({ page: z.object({ limit: z.int() }) }).safeParse({ page: { limit: "x" } });
    const error = new TRPCError({ code: "BAD_REQUEST", cause });
    expect(errorBody(error, "request-1").message).toMatch(/^page\.limit: .*expected/);
  });
});
