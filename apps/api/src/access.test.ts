import { apiKeyKind, mintApiKey, mintCredential, newId } from "@rollcall/domain";
import { describe, expect, it } from "vitest";
import { useApi } from "./api.fixture.ts";

const api = useApi();
const publicPaths = ["/livez", "/readyz", "/metrics", "/openapi.json", "/docs"];

describe("access", () => {
  it.each([
    ["an unknown key", () => `Bearer ${mintApiKey()}`],
    ["a flipped character", () => `Bearer ${api.apiKey.slice(0, -1)}${api.apiKey.endsWith("0") ? "1" : "0"}`],
    ["another scheme", () => `Basic ${api.apiKey}`],
    ["no scheme", () => api.apiKey],
    ["Bearer alone", () => "Bearer"],
    ["null", () => "Bearer null"],
    ["two keys in one header", () => `Bearer ${api.apiKey}, Bearer ${api.apiKey}`],
  ])("refuses %s", async (_, authorization) => {
    const answer = await api.call("GET /api/v1/tenants", { headers: { authorization: authorization() } });
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toBe('Bearer error="invalid_token"');
  });

  it("refuses a SCIM token", async () => {
    const tenant = await api.call<{ id: string }>("POST /api/v1/tenants", { json: { name: "Acme" } });
    const { body } = await api.call<{ token: string }>(`POST /api/v1/tenants/${tenant.body.id}/tokens`, { json: {} });
    const headers = { authorization: `Bearer ${body.token}` };
    expect(await api.call("GET /api/v1/tenants", { headers })).toMatchObject({ status: 401 });
  });

  it("notes a key that exists and was refused, and none that was made up", async () => {
    const { body } = await api.call<{ id: string }>("POST /api/v1/api-keys", {
      json: { name: "X", scopes: ["users:read"] },
    });
    const refuse = async (id: string) => {
      const headers = { authorization: `Bearer ${mintCredential(apiKeyKind, [id])}` };
      expect(await api.call("GET /api/v1/tenants", { headers })).toMatchObject({ status: 401 });
    };
    const madeUp = newId();
    await refuse(madeUp);
    await refuse(body.id);
    const noted = async () => {
      const page = await api.call<{ items: { resourceId: string }[] }>(
        "GET /api/v1/audit?actions=authentication.failed&limit=1000",
      );
      return page.body.items.map(({ resourceId }) => resourceId);
    };
    await expect.poll(noted).toContain(body.id);
    expect(await noted()).not.toContain(madeUp);
  });

  it("does not look for a key in the query or in cookies", async () => {
    const headers = { authorization: "", cookie: `apiKey=${api.apiKey}` };
    const answer = await api.call(`GET /api/v1/tenants?access_token=${api.apiKey}`, { headers });
    expect(answer.status).toBe(401);
  });

  it("refuses whatever is not there under /api/v1 as well, in any spelling", async () => {
    const headers = { authorization: "" };
    for (const route of [
      "GET /api/v1/nothing",
      "HEAD /api/v1/tenants",
      "OPTIONS /api/v1/tenants",
      "GET /API/V1/Tenants/",
    ]) {
      expect(await api.call(route, { headers })).toMatchObject({ status: 401 });
    }
  });

  it.each(publicPaths)("leaves %s open", async (path) => {
    expect(await api.call(`GET ${path}`, { headers: { authorization: "" } })).toMatchObject({ status: 200 });
  });
});
