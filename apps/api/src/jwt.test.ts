import { once } from "node:events";
import { createServer } from "node:http";
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useApi } from "./api.fixture.ts";
import { createTenant } from "./tenant.fixture.ts";

const issuer = "https://login.platform.example";
const audience = "rollcall";
const [own, foreign] = await Promise.all([generateKeyPair("ES256"), generateKeyPair("ES256")]);
const keys = { keys: [{ ...(await exportJWK(own.publicKey)), kid: "one", alg: "ES256", use: "sig" }] };

const issuerServer = createServer((_request, response) => {
  response.setHeader("content-type", "application/json").end(JSON.stringify(keys));
}).listen(0, "127.0.0.1");
await once(issuerServer, "listening");
afterAll(() => issuerServer.close());

const address = issuerServer.address();
const port = typeof address === "object" && address !== null ? address.port : 0;
const claims = { issuer, audience, scopeClaim: "scope", tenantClaim: "rollcall_tenant" };
const api = useApi(() => ({ jwt: { ...claims, jwksUrl: `http://127.0.0.1:${port}/keys` } }));
const cut = useApi(() => ({ jwt: { ...claims, jwksUrl: "http://127.0.0.1:1/keys" } }));

interface Token {
  /** undefined takes a claim away. */
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly expires?: string;
  readonly key?: typeof own.privateKey;
}

function sign({ payload = {}, expires = "5m", key = own.privateKey }: Token = {}): Promise<string> {
  return new SignJWT({
    scope: "users:read tenants:read unknown",
    rollcall_tenant: "*",
    iss: issuer,
    aud: audience,
    sub: "console",
    ...payload,
  })
    .setProtectedHeader({ alg: "ES256", kid: "one" })
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(key);
}

const callWith = (token: string, route = "GET /api/v1/service/caller", json?: object) =>
  api.call(route, { headers: { authorization: `Bearer ${token}` }, json });

let tenantId: string;
beforeAll(async () => {
  tenantId = (await createTenant(api)).id;
});

describe("a JWT of the platform", () => {
  it("speaks for its subject, with the scopes that its claim names", async () => {
    expect(await callWith(await sign())).toMatchObject({
      status: 200,
      body: { actor: { kind: "subject", id: "console" }, scopes: ["tenants:read", "users:read"], tenantId: null },
    });
    const listed = await sign({ payload: { scope: ["users:read"] } });
    expect(await callWith(listed)).toMatchObject({ body: { scopes: ["users:read"] } });
  });

  it("reaches the tenant that its claim names, and no other", async () => {
    const token = await sign({ payload: { rollcall_tenant: tenantId } });
    const other = await createTenant(api);
    expect(await callWith(token, `GET /api/v1/tenants/${tenantId}/users`)).toMatchObject({ status: 200 });
    expect(await callWith(token, `GET ${other.path}/users`)).toMatchObject({ status: 404 });
  });

  it("is the actor of its changes, in the feed and in the audit log", async () => {
    const token = await sign({ payload: { scope: "tenants:write audit:read events:read" } });
    await callWith(token, `PATCH /api/v1/tenants/${tenantId}`, { name: "Renamed" });
    expect(await callWith(token, `GET /api/v1/tenants/${tenantId}/audit?actorId=console`)).toMatchObject({
      body: { items: [{ action: "tenant.updated", actor: { kind: "subject", id: "console" } }] },
    });
  });

  it.each([
    ["of another key", () => sign({ key: foreign.privateKey })],
    ["of another issuer", () => sign({ payload: { iss: "https://evil.example" } })],
    ["for another audience", () => sign({ payload: { aud: "billing" } })],
    ["that has expired", () => sign({ expires: "-10m" })],
    ["that is not valid yet", () => sign({ payload: { nbf: Math.floor(Date.now() / 1000) + 600 } })],
    ["without a subject", () => sign({ payload: { sub: undefined } })],
    ["without a tenant", () => sign({ payload: { rollcall_tenant: undefined } })],
    ["with a tenant that is none", () => sign({ payload: { rollcall_tenant: "acme" } })],
    [
      "without a signature",
      async () =>
        new UnsecuredJWT({ sub: "console", rollcall_tenant: "*" })
          .setIssuer(issuer)
          .setAudience(audience)
          .setExpirationTime("5m")
          .encode(),
    ],
    [
      "with a changed payload",
      async () => (await sign()).replace(/\.[^.]+\./, `.${Buffer.from('{"sub":"x"}').toString("base64url")}.`),
    ],
    [
      "signed with the public key as a secret",
      async () => {
        const secret = new TextEncoder().encode(JSON.stringify(keys.keys[0]));
        return new SignJWT({ sub: "console", rollcall_tenant: "*" })
          .setProtectedHeader({ alg: "HS256", kid: "one" })
          .setIssuer(issuer)
          .setAudience(audience)
          .setExpirationTime("5m")
          .sign(secret);
      },
    ],
  ])("%s opens nothing", async (_, token) => {
    expect(await callWith(await token())).toMatchObject({ status: 401, body: { code: "unauthenticated" } });
  });

  it("without scopes opens nothing but the question who it is", async () => {
    const token = await sign({ payload: { scope: undefined } });
    expect(await callWith(token)).toMatchObject({ status: 200, body: { scopes: [] } });
    expect(await callWith(token, "GET /api/v1/tenants")).toMatchObject({ status: 403 });
  });

  it("cannot be checked while the issuer's keys cannot be read: 503, not 401", async () => {
    const headers = { authorization: `Bearer ${await sign()}` };
    expect(await cut.call("GET /api/v1/service/caller", { headers })).toMatchObject({
      status: 503,
      body: { code: "unavailable" },
    });
    expect(await cut.call("GET /api/v1/service/caller")).toMatchObject({ status: 200 });
  });
});
