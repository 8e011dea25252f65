import { TRPCClientError } from "@trpc/client";
import { describe, expect, expectTypeOf, it } from "vitest";
import { createRollcallClient } from "../create-rollcall-client.ts";
import { createRollcallRestClient } from "../rest/create-rollcall-rest-client.ts";
import { createServer, unknownId } from "../server.fixture.ts";
import { RollcallError } from "./rollcall-error.ts";
import { isRollcallError, toRollcallError } from "./to-rollcall-error.ts";

const server = createServer();
const { url, apiKey, fetch } = server;
const rollcall = createRollcallClient({ url, credential: apiKey, fetch });
const rest = createRollcallRestClient({ url, credential: apiKey, fetch });

/** The same refusal in each form it comes in. */
async function refusals(tenantId: string): Promise<unknown[]> {
  const thrown = await rollcall.tenants.get.query({ tenantId }).catch((error: unknown) => error);
  const result = await rest.GET("/tenants/{tenantId}", { params: { path: { tenantId } } });
  return [thrown, result, result.error, toRollcallError(result)];
}

describe("toRollcallError", () => {
  it("makes the same error of what either client gives", async () => {
    for (const refusal of await refusals(unknownId)) {
      expect(toRollcallError(refusal)).toBeInstanceOf(RollcallError);
      expect(toRollcallError(refusal)).toMatchObject({
        code: "not_found",
        status: 404,
        message: expect.stringContaining(unknownId),
        requestId: expect.any(String),
        errors: [],
      });
    }
  });

  it("tells what is wrong with which part of the input", async () => {
    for (const refusal of await refusals("nonsense")) {
      const error = toRollcallError(refusal);
      expect(error).toMatchObject({ code: "invalid_input", errors: [{ path: ["tenantId"] }] });
    }
  });

  it("keeps what was thrown as the cause", async () => {
    const thrown = await rollcall.tenants.get.query({ tenantId: unknownId }).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(TRPCClientError);
    expect(toRollcallError(thrown)?.cause).toBe(thrown);
  });

  it("finds none in other errors", async () => {
    server.failNext("network");
    const thrown = await rollcall.tenants.list.query({}).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(TRPCClientError);
    for (const other of [thrown, new TypeError("oops"), undefined, null, "text", { data: null }]) {
      expect(toRollcallError(other)).toBeUndefined();
      expect(isRollcallError(other)).toBe(false);
    }
  });
});

describe("isRollcallError", () => {
  it("tells the code, and narrows to it", async () => {
    for (const refusal of await refusals(unknownId)) {
      expect(isRollcallError(refusal)).toBe(true);
      expect(isRollcallError(refusal, "conflict")).toBe(false);
      if (!isRollcallError(refusal, "not_found")) throw new Error("is not recognised");
      expectTypeOf(toRollcallError(refusal)).toEqualTypeOf<RollcallError<"not_found">>();
    }
  });
});
