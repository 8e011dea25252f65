import { createTokenAuthenticator } from "@rollcall/domain";
import { describe, expect, it } from "vitest";
import { useApi } from "./api.fixture.ts";

const api = useApi();

interface Issued {
  readonly id: string;
  readonly token: string;
  readonly connectionId: string;
  readonly expiresAt: string;
}

async function newTenant(): Promise<string> {
  const { body } = await api.call<{ id: string }>("POST /api/v1/tenants", { json: { name: "Acme" } });
  return body.id;
}

/** Whether the SCIM side would let the token in; a new authenticator each time, so that no verdict is cached. */
async function opens(token: string): Promise<boolean> {
  const { openDirectory } = api.database;
  const options = { openDirectory, pepper: "a pepper for tests", onTouchError: () => undefined };
  return (await createTokenAuthenticator(options)(token)) !== undefined;
}

describe("POST /tenants/{tenantId}/tokens", () => {
  it("shows a working secret once, for the tenant's first connection, with the URL to give to the identity provider", async () => {
    const path = `/api/v1/tenants/${await newTenant()}`;
    const connections = await api.call<{ items: { id: string }[] }>(`GET ${path}/connections`);
    const { status, body } = await api.call<Issued>(`POST ${path}/tokens`, { json: {} });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: "Token",
      tenantUrl: "https://scim.example.com/scim",
      connectionId: connections.body.items[0]?.id,
      hint: body.token.slice(-4),
      revokedAt: null,
    });
    expect(await opens(body.token)).toBe(true);
    const list = await api.call<{ items: unknown[] }>(`GET ${path}/tokens`);
    expect(list.body.items).toHaveLength(1);
    expect(list.text).not.toContain(body.token);
  });

  it("refuses a third live token with 409 and the domain's code", async () => {
    const route = `POST /api/v1/tenants/${await newTenant()}/tokens`;
    await api.call(route, { json: {} });
    await api.call(route, { json: {} });
    expect(await api.call(route, { json: {} })).toMatchObject({
      status: 409,
      body: { code: "token_limit" },
    });
  });

  it("takes an expiry in any offset, and refuses one in the past or without an offset", async () => {
    const route = `POST /api/v1/tenants/${await newTenant()}/tokens`;
    const inAnHour = new Date(Date.now() + 3_600_000);
    const offset = inAnHour.toISOString().replace("Z", "+00:00");
    const { body } = await api.call<Issued>(route, { json: { expiresAt: offset } });
    expect(body.expiresAt).toBe(inAnHour.toISOString());
    const past = await api.call(route, { json: { expiresAt: "2020-01-01T00:00:00Z" } });
    expect(past).toMatchObject({ status: 400, body: { code: "invalid_input" } });
    expect(await api.call(route, { json: { expiresAt: "2030-01-01T00:00:00" } })).toMatchObject({ status: 400 });
  });

  it("answers 404 for a connection of another tenant", async () => {
    const [own, other] = [await newTenant(), await newTenant()];
    const foreign = await api.call<{ items: { id: string }[] }>(`GET /api/v1/tenants/${other}/connections`);
    const json = { connectionId: foreign.body.items[0]?.id };
    expect(await api.call(`POST /api/v1/tenants/${own}/tokens`, { json })).toMatchObject({ status: 404 });
  });
});

describe("POST /tenants/{tenantId}/tokens/{tokenId}/rotate", () => {
  it("issues a successor, and ends the old token at once without an overlap", async () => {
    const path = `/api/v1/tenants/${await newTenant()}/tokens`;
    const old = await api.call<Issued>(`POST ${path}`, { json: { name: "Okta" } });
    const rotated = await api.call<Issued>(`POST ${path}/${old.body.id}/rotate`, { json: { overlapSeconds: 0 } });
    expect(rotated).toMatchObject({ status: 201, body: { name: "Okta", connectionId: old.body.connectionId } });
    expect(await opens(rotated.body.token)).toBe(true);
    expect(await opens(old.body.token)).toBe(false);
  });

  it("lets both tokens in during the overlap", async () => {
    const path = `/api/v1/tenants/${await newTenant()}/tokens`;
    const old = await api.call<Issued>(`POST ${path}`, { json: {} });
    const rotated = await api.call<Issued>(`POST ${path}/${old.body.id}/rotate`);
    expect([await opens(old.body.token), await opens(rotated.body.token)]).toEqual([true, true]);
  });
});

describe("DELETE /tenants/{tenantId}/tokens/{tokenId}", () => {
  it("ends a token, and changes nothing the second time", async () => {
    const path = `/api/v1/tenants/${await newTenant()}/tokens`;
    const { body } = await api.call<Issued>(`POST ${path}`, { json: {} });
    const first = await api.call<{ revokedAt: string | null }>(`DELETE ${path}/${body.id}`);
    expect(first.status).toBe(200);
    expect(first.body.revokedAt).not.toBeNull();
    expect(await opens(body.token)).toBe(false);
    expect((await api.call(`DELETE ${path}/${body.id}`)).body).toEqual(first.body);
  });

  it("answers 404 through another tenant, and the token goes on working", async () => {
    const [own, other] = [await newTenant(), await newTenant()];
    const { body } = await api.call<Issued>(`POST /api/v1/tenants/${own}/tokens`, { json: {} });
    expect(await api.call(`DELETE /api/v1/tenants/${other}/tokens/${body.id}`)).toMatchObject({ status: 404 });
    expect(await opens(body.token)).toBe(true);
  });
});
