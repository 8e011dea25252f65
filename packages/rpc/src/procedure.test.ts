import { apiScopes, DomainError, type Tenant, type TenantRepository } from "@rollcall/domain";
import { describe, expect, it } from "vitest";
import { appRouter } from "./app-router.ts";
import type { Caller } from "./caller.ts";
import type { ApiContext } from "./context.ts";

const tenantId = "01935f1e-8d2a-7c3b-9f40-1f2e3d4c5b6a";
const actor = { kind: "api_key", id: "01935f00-0000-7000-8000-000000000001" } as const;
const everything: Caller = { actor, scopes: apiScopes, tenantId: null };

const tenant: Tenant = {
  id: tenantId,
  name: "Acme",
  state: "active",
  deletedAt: null,
  createdAt: new Date(),
  updatedAt: new Date(),
};

function port(name: string): never {
  throw new Error(`${name} is not used`);
}

function callerWith(caller: Caller | undefined, tenants: Partial<TenantRepository> = {}) {
  const unused: TenantRepository = {
    insert: () => port("insert"),
    find: () => port("find"),
    list: () => port("list"),
    change: () => port("change"),
  };
  const denied: unknown[] = [];
  const context: ApiContext = {
    platform: {
      tenants: { ...unused, ...tenants },
      get apiKeys() {
        return port("apiKeys");
      },
      get audit() {
        return port("audit");
      },
      get idempotency() {
        return port("idempotency");
      },
    },
    openDirectory: () => port("openDirectory"),
    pepper: "pepper",
    scimUrl: "https://scim.example.com/scim",
    version: "1.2.3",
    caller,
    requestId: "request-1",
    idempotencyKey: undefined,
    consistency: "strong",
    onDenied: (entry) => denied.push(entry),
  };
  return { api: appRouter.createCaller(context), denied };
}

describe("the ladder of procedures", () => {
  it("lets everybody ask for the version", async () => {
    expect(await callerWith(undefined).api.service.info({})).toEqual({ name: "rollcall", version: "1.2.3" });
  });

  it("refuses callers without a credential before it touches any port", async () => {
    const { api } = callerWith(undefined);
    await expect(api.service.caller({})).rejects.toMatchObject({ errorCode: "unauthenticated" });
    await expect(api.tenants.list({})).rejects.toMatchObject({ errorCode: "unauthenticated" });
    await expect(api.users.list({ tenantId })).rejects.toMatchObject({ errorCode: "unauthenticated" });
  });

  it("refuses callers without the scope before it looks at the input, and notes it", async () => {
    const { api, denied } = callerWith({ ...everything, scopes: ["groups:write"] });
    const input = { tenantId: "not an id" };
    await expect(api.users.list(input)).rejects.toMatchObject({ errorCode: "insufficient_scope" });
    expect(denied).toEqual([
      { actor, action: "access.denied", resourceType: "users", resourceId: null, eventId: null },
    ]);
  });

  it("takes the right to write for the right to read as well", async () => {
    const { api } = callerWith(
      { ...everything, scopes: ["tenants:write"] },
      {
        list: () => Promise.resolve({ items: [tenant], next: undefined, total: undefined }),
      },
    );
    expect(await api.tenants.list({})).toMatchObject({ items: [{ name: "Acme" }], nextCursor: null });
  });

  it("answers not_found for an unknown tenant, and for one that the caller is not bound to", async () => {
    const unknown = callerWith(everything, { find: () => Promise.resolve(undefined) });
    const bound = callerWith({ ...everything, tenantId: "01935f1e-8d2a-7c3b-9f40-000000000000" });
    const [first, second] = await Promise.all(
      [unknown, bound].map(({ api }) => api.users.list({ tenantId }).catch((error: unknown) => error)),
    );
    expect(first).toMatchObject({ errorCode: "not_found" });
    expect(second).toMatchObject({ errorCode: "not_found" });
    expect(String(first)).toBe(String(second));
    expect(bound.denied).toHaveLength(1);
  });

  it("refuses to change a deleted tenant", async () => {
    const deleted = { ...tenant, state: "deleted", deletedAt: new Date() } as const;
    const { api } = callerWith(everything, { find: () => Promise.resolve(deleted) });
    await expect(api.tenants.update({ tenantId, name: "New" })).rejects.toMatchObject({
      errorCode: "tenant_deleted",
    });
  });

  it("makes the caller the actor of changes", async () => {
    const actors: unknown[] = [];
    const insert: TenantRepository["insert"] = async (_tenant, _connection, events) => {
      actors.push(...events.map((event) => event.actor));
    };
    await callerWith(everything, { insert }).api.tenants.create({ name: "Acme" });
    expect(actors).toEqual([actor, actor]);
  });

  it("turns a refusal into its code, and keeps it as the cause", async () => {
    const refusal = new DomainError({ code: "unavailable", reason: "connection refused" });
    const { api } = callerWith(everything, { list: () => Promise.reject(refusal) });
    await expect(api.tenants.list({})).rejects.toMatchObject({ errorCode: "unavailable", cause: refusal });
  });

  it("leaves other errors internal", async () => {
    const { api } = callerWith(everything, { list: () => Promise.reject(new TypeError("oops")) });
    await expect(api.tenants.list({})).rejects.toMatchObject({ errorCode: "internal" });
  });
});
