import {
  type ApiKeyMaker,
  createApiKey,
  createApiKeyAuthenticator,
  createTenant,
  deleteTenant,
  fullAccess,
  mintApiKey,
  newId,
  type Platform,
  registerApiKey,
  revokeApiKey,
  rotateApiKey,
} from "@rollcall/domain";
import { useDatabase } from "@rollcall/test-database";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../open-database.ts";

const testDatabase = useDatabase();
const pepper = "pepper";
const actor = { kind: "api_key", id: newId() } as const;
const maker: ApiKeyMaker = { actor, scopes: fullAccess, tenantId: null };
const DAY_MS = 24 * 60 * 60 * 1000;
let database: Database;
let platform: Platform;
let admin: Client;

beforeAll(async () => {
  database = openDatabase({ databaseUrl: testDatabase.url });
  platform = database.openPlatform({ requestId: "request", ipAddress: "192.0.2.1" });
  admin = new Client(testDatabase.url);
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await database.close();
});

const issuer = () => ({ apiKeys: platform.apiKeys, tenants: platform.tenants, pepper });
const authenticator = () =>
  createApiKeyAuthenticator({
    ...issuer(),
    onTouchError: (error) => {
      throw error;
    },
  });

async function newKey(rest: Partial<Parameters<typeof createApiKey>[1]> = {}) {
  return await createApiKey(issuer(), { name: "Reports", scopes: ["users:read"], maker, ...rest });
}

async function newTenantId(): Promise<string> {
  const { tenant } = await createTenant(platform.tenants, { name: "Acme", identityProvider: "okta", actor });
  return tenant.id;
}

async function actionsOf(resourceId: string): Promise<string[]> {
  const { items } = await platform.audit.list({ resourceId, beforeId: undefined, count: 10 });
  return items.map(({ action }) => action);
}

describe("the command line's key", () => {
  it("may do everything, has no end, and is audited once however often it is registered", async () => {
    const text = mintApiKey();
    const id = await registerApiKey(issuer(), { text, name: "admin" });
    await registerApiKey(issuer(), { text, name: "admin" });
    expect(await authenticator()(text)).toEqual({ apiKeyId: id, scopes: fullAccess, tenantId: null });
    expect(await platform.apiKeys.find(id)).toMatchObject({ expiresAt: null, revokedAt: null });
    const audit = await platform.audit.list({ resourceId: id, beforeId: undefined, count: 10 });
    expect(audit.items).toMatchObject([
      { action: "api_key.created", actor: { kind: "system" }, requestId: "request", ipAddress: "192.0.2.1" },
    ]);
  });
});

describe("a new API key", () => {
  it("opens what was asked for, for a year at most", async () => {
    const tenantId = await newTenantId();
    const { apiKey, secret } = await newKey({ tenantId });
    expect(apiKey).toMatchObject({ name: "Reports", scopes: ["users:read"], tenantId, hint: secret.slice(-4) });
    expect(apiKey.expiresAt?.getTime()).toBeCloseTo(Date.now() + 365 * DAY_MS, -5);
    expect(await authenticator()(secret)).toEqual({ apiKeyId: apiKey.id, scopes: ["users:read"], tenantId });
    const invalid = { refusal: { code: "invalid_value" } };
    await expect(newKey({ expiresAt: new Date(Date.now() + 366 * DAY_MS) })).rejects.toMatchObject(invalid);
    await expect(newKey({ scopes: [] })).rejects.toMatchObject(invalid);
    await expect(newKey({ name: " " })).rejects.toMatchObject(invalid);
  });

  it("never has more than its maker", async () => {
    const tenantId = await newTenantId();
    const bound: ApiKeyMaker = { actor, scopes: ["users:write", "api_keys:write"], tenantId };
    await expect(newKey({ maker: bound, scopes: ["users:read", "groups:read"] })).rejects.toMatchObject({
      refusal: { code: "scope_exceeded", scopes: ["groups:read"] },
    });
    await expect(newKey({ maker: bound, tenantId: await newTenantId() })).rejects.toMatchObject({
      refusal: { code: "not_found", resource: "tenant" },
    });
    expect((await newKey({ maker: bound })).apiKey.tenantId).toBe(tenantId);
  });

  it("is refused for a tenant that is unknown or deleted", async () => {
    await expect(newKey({ tenantId: newId() })).rejects.toMatchObject({ refusal: { code: "not_found" } });
    const tenantId = await newTenantId();
    await deleteTenant(platform.tenants, { id: tenantId, actor });
    await expect(newKey({ tenantId })).rejects.toMatchObject({ refusal: { code: "tenant_deleted" } });
  });
});

describe("the rotation of an API key", () => {
  it("issues a successor of the same kind and lets the old key run out", async () => {
    const { apiKey: old, secret } = await newKey();
    const { apiKey, secret: next } = await rotateApiKey(issuer(), { id: old.id, overlapSeconds: 3600, maker });
    expect(apiKey).toMatchObject({ name: old.name, scopes: old.scopes, tenantId: old.tenantId });
    expect(await authenticator()(secret)).toBeDefined();
    expect(await authenticator()(next)).toBeDefined();
    expect((await platform.apiKeys.find(old.id))?.expiresAt?.getTime()).toBeCloseTo(Date.now() + 3_600_000, -5);
    expect(await actionsOf(old.id)).toEqual(["api_key.rotated", "api_key.created"]);
    expect(await actionsOf(apiKey.id)).toEqual(["api_key.created"]);
  });

  it("can end the old key at once, and then has no second one", async () => {
    const { apiKey, secret } = await newKey();
    const rotation = { id: apiKey.id, overlapSeconds: 0, maker };
    const outcomes = await Promise.allSettled([rotateApiKey(issuer(), rotation), rotateApiKey(issuer(), rotation)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await authenticator()(secret)).toBeUndefined();
  });

  it("is refused for a key that is ended, of another tenant, or that may do more, and for a long overlap", async () => {
    const tenantId = await newTenantId();
    const { apiKey } = await newKey({ tenantId });
    const rotate = (rest: object) => rotateApiKey(issuer(), { id: apiKey.id, overlapSeconds: 0, maker, ...rest });
    const stranger: ApiKeyMaker = { ...maker, tenantId: await newTenantId() };
    await expect(rotate({ maker: stranger })).rejects.toMatchObject({ refusal: { code: "not_found" } });
    await expect(revokeApiKey(platform.apiKeys, { id: apiKey.id, maker: stranger })).rejects.toMatchObject({
      refusal: { code: "not_found" },
    });
    const lesser: ApiKeyMaker = { ...maker, scopes: ["api_keys:write"] };
    await expect(rotate({ maker: lesser })).rejects.toMatchObject({ refusal: { code: "scope_exceeded" } });
    await expect(rotate({ overlapSeconds: 8 * 86_400 })).rejects.toMatchObject({ refusal: { code: "invalid_value" } });
    await revokeApiKey(platform.apiKeys, { id: apiKey.id, maker });
    await expect(rotate({})).rejects.toMatchObject({ refusal: { code: "not_found", resource: "api_key" } });
  });
});

describe("authentication by API key", () => {
  it("ends with a revocation, which changes nothing the second time", async () => {
    const { apiKey, secret } = await newKey();
    const revoked = await revokeApiKey(platform.apiKeys, { id: apiKey.id, maker });
    expect(revoked.revokedAt).toBeInstanceOf(Date);
    expect(await revokeApiKey(platform.apiKeys, { id: apiKey.id, maker })).toEqual(revoked);
    expect(await authenticator()(secret)).toBeUndefined();
    expect(await actionsOf(apiKey.id)).toEqual(["api_key.revoked", "api_key.created"]);
  });

  it("ends when the database's clock says so", async () => {
    const { apiKey, secret } = await newKey();
    await admin.query("update api_keys set expires_at = now() where id = $1", [apiKey.id]);
    expect(await authenticator()(secret)).toBeUndefined();
  });

  it("refuses another secret under a known id, also while the verdict is remembered", async () => {
    const { apiKey, secret } = await newKey();
    const authenticate = authenticator();
    expect(await authenticate(secret)).toBeDefined();
    await admin.query("update api_keys set digest = $2 where id = $1", [apiKey.id, Buffer.alloc(32)]);
    expect(await authenticate(secret)).toBeDefined();
    expect(await authenticate(mintApiKey())).toBeUndefined();
    expect(await authenticator()(secret)).toBeUndefined();
  });

  it("notes a use once a minute", async () => {
    const { apiKey } = await newKey();
    const lastUse = async () => (await platform.apiKeys.find(apiKey.id))?.lastUsedAt;
    expect(await lastUse()).toBeNull();
    await platform.apiKeys.touch(apiKey.id);
    const first = await lastUse();
    expect(first).toBeInstanceOf(Date);
    await platform.apiKeys.touch(apiKey.id);
    expect(await lastUse()).toEqual(first);
    await admin.query("update api_key_uses set last_used_at = now() - interval '61 seconds' where id = $1", [
      apiKey.id,
    ]);
    await platform.apiKeys.touch(apiKey.id);
    expect((await lastUse())?.getTime()).toBeGreaterThanOrEqual(first?.getTime() ?? Infinity);
  });
});

describe("the list of API keys", () => {
  it("goes from the newest to the oldest in pages, of one tenant when it is named", async () => {
    const tenantId = await newTenantId();
    const ids = [];
    for (let i = 0; i < 3; i++) ids.unshift((await newKey({ tenantId })).apiKey.id);
    const first = await platform.apiKeys.list({ tenantId, beforeId: undefined, count: 2 });
    const second = await platform.apiKeys.list({ tenantId, beforeId: first.next?.id, count: 2 });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(second.next).toBeUndefined();
    const all = await platform.apiKeys.list({ beforeId: undefined, count: 100 });
    expect(all.items.length).toBeGreaterThan(3);
  });
});
