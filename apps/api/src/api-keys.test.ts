import { describe, expect, it } from "vitest";
import { useApi } from "./api.fixture.ts";
import { createTenant } from "./tenant.fixture.ts";

const api = useApi();

interface Issued {
  readonly id: string;
  readonly apiKey: string;
  readonly expiresAt: string;
}

const create = (json: object, headers?: { authorization: string }) =>
  api.call<Issued>("POST /api/v1/api-keys", { json: { name: "Billing", ...json }, ...(headers && { headers }) });
const statusWith = async (apiKey: string) =>
  (await api.call("GET /api/v1/service/caller", { headers: { authorization: `Bearer ${apiKey}` } })).status;

describe("an API key", () => {
  it("does what its scopes say, is shown once, and is listed without its secret", async () => {
    const { status, body } = await create({ scopes: ["tenants:read"] });
    expect(status).toBe(201);
    expect(body).toMatchObject({ apiKey: expect.stringMatching(/^rlk_/), tenantId: null, revokedAt: null });
    const headers = { authorization: `Bearer ${body.apiKey}` };
    expect(await api.call("GET /api/v1/tenants", { headers })).toMatchObject({ status: 200 });
    expect(await api.call("POST /api/v1/tenants", { json: { name: "No" }, headers })).toMatchObject({ status: 403 });
    expect(await api.call("GET /api/v1/service/caller", { headers })).toMatchObject({
      body: { actor: { kind: "api_key", id: body.id }, scopes: ["tenants:read"], tenantId: null },
    });
    const list = await api.call("GET /api/v1/api-keys");
    expect(list).toMatchObject({ body: { items: expect.arrayContaining([expect.objectContaining({ id: body.id })]) } });
    expect(list.text).not.toContain(body.apiKey);
  });

  it("gives nobody more than its maker has", async () => {
    const maker = await api.keyWith(["api_keys:write", "users:read"]);
    expect(await create({ scopes: ["users:write"] }, maker)).toMatchObject({
      status: 403,
      body: { code: "scope_exceeded", detail: expect.stringContaining("users:write") },
    });
    expect(await create({ scopes: ["users:read"] }, maker)).toMatchObject({ status: 201 });
    const powerful = await create({ scopes: ["tenants:write"] });
    const rotation = await api.call(`POST /api/v1/api-keys/${powerful.body.id}/rotate`, { headers: maker });
    expect(rotation).toMatchObject({ status: 403 });
  });

  it("of one tenant makes keys of that tenant only", async () => {
    const [mine, theirs] = [await createTenant(api), await createTenant(api)];
    const maker = await api.keyWith(["api_keys:write"], mine.id);
    expect(await create({ scopes: ["api_keys:read"] }, maker)).toMatchObject({ body: { tenantId: mine.id } });
    expect(await create({ scopes: ["api_keys:read"], tenantId: theirs.id }, maker)).toMatchObject({ status: 404 });
  });

  it("is rotated with an overlap, or without one", async () => {
    const old = await create({ scopes: ["users:read"] });
    const next = await api.call<Issued>(`POST /api/v1/api-keys/${old.body.id}/rotate`, { json: {} });
    expect(next).toMatchObject({ status: 201, body: { name: "Billing", scopes: ["users:read"] } });
    expect(await Promise.all([old, next].map(({ body }) => statusWith(body.apiKey)))).toEqual([200, 200]);
    await api.call(`POST /api/v1/api-keys/${next.body.id}/rotate`, { json: { overlapSeconds: 0 } });
    await expect.poll(() => statusWith(next.body.apiKey)).toBe(401);
  });

  it("is revoked for good within a second", async () => {
    const { body } = await create({ scopes: ["users:read"] });
    expect(await statusWith(body.apiKey)).toBe(200);
    expect(await api.call(`DELETE /api/v1/api-keys/${body.id}`)).toMatchObject({
      body: { revokedAt: expect.any(String) },
    });
    await expect.poll(() => statusWith(body.apiKey)).toBe(401);
    expect(await api.call(`DELETE /api/v1/api-keys/${body.id}`)).toMatchObject({ status: 200 });
  });

  it.each([
    ["no scopes", { scopes: [] }],
    ["an unknown scope", { scopes: ["everything"] }],
    ["an end in the past", { scopes: ["users:read"], expiresAt: "2020-01-01T00:00:00Z" }],
    ["an end too far away", { scopes: ["users:read"], expiresAt: "2099-01-01T00:00:00Z" }],
  ])("cannot have %s", async (_, json) => {
    expect(await create(json)).toMatchObject({ status: 400, body: { code: "invalid_input" } });
  });
});
