import { DomainError, type OpenDirectory, type TenantRepository } from "@rollcall/domain";
import { describe, expect, it } from "vitest";
import { appRouter } from "./app-router.ts";
import type { ApiContext } from "./context.ts";

const tenantId = "01935f1e-8d2a-7c3b-9f40-1f2e3d4c5b6a";

const closedDirectory: OpenDirectory = () => {
  throw new Error("no directory is opened");
};

function callerWith(context: Partial<ApiContext>, tenants: Partial<TenantRepository> = {}) {
  const closed = () => Promise.reject(new Error("this port is not used"));
  return appRouter.createCaller({
    tenants: { insert: closed, find: closed, list: closed, update: closed, ...tenants },
    openDirectory: closedDirectory,
    pepper: "pepper",
    scimUrl: "https://scim.example.com/scim",
    identity: { apiKeyId: "01935f00-0000-7000-8000-000000000001" },
    requestId: "request-1",
    ...context,
  });
}

describe("the ladder of procedures", () => {
  it("refuses callers without an identity before it touches any port", async () => {
    const caller = callerWith({ identity: undefined });
    await expect(caller.tenants.list({})).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    await expect(caller.users.list({ tenantId })).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });

  it("answers NOT_FOUND for an unknown tenant without opening a directory", async () => {
    const caller = callerWith({}, { find: () => Promise.resolve(undefined) });
    await expect(caller.users.list({ tenantId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("makes the API key the actor of changes", async () => {
    const actors: unknown[] = [];
    const insert: TenantRepository["insert"] = async (_tenant, _connection, events) => {
      actors.push(...events.map(({ actor }) => actor));
    };
    await callerWith({}, { insert }).tenants.create({ name: "Acme" });
    const actor = { kind: "api_key", id: "01935f00-0000-7000-8000-000000000001" };
    expect(actors).toEqual([actor, actor]);
  });

  it("turns a refusal into its code, and keeps it as the cause", async () => {
    const refusal = new DomainError({ code: "unavailable", reason: "connection refused" });
    const caller = callerWith({}, { list: () => Promise.reject(refusal) });
    await expect(caller.tenants.list({})).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE", cause: refusal });
  });

  it("leaves other errors internal", async () => {
    const caller = callerWith({}, { list: () => Promise.reject(new TypeError("oops")) });
    await expect(caller.tenants.list({})).rejects.toMatchObject({ code: "INTERNAL_SERVER_ERROR" });
  });
});
