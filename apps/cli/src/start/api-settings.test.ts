import { useDatabase } from "@rollcall/test-database";
import { expect, it } from "vitest";
import { useServer } from "../fixtures/server.fixture.ts";

const database = useDatabase();
const rollcall = useServer();

it("the internal API works as its settings say", async () => {
  const { instance } = await rollcall.start({
    DATABASE_URL: database.url,
    ROLLCALL_API_RATE_LIMIT: "500",
    ROLLCALL_API_ALLOWED_ORIGINS: "https://app.example.com",
    ROLLCALL_TRUSTED_PROXIES: "127.0.0.1",
    ROLLCALL_JWT_ISSUER: "https://login.example.com/",
    ROLLCALL_JWT_AUDIENCE: "rollcall",
    ROLLCALL_JWT_JWKS_URL: "http://127.0.0.1:1/no-keys-here",
  });
  const listTenants = (credential: string) =>
    fetch(`${instance.apiUrl}/api/v1/tenants`, {
      headers: {
        authorization: `Bearer ${credential}`,
        origin: "https://app.example.com",
        "x-forwarded-proto": "https",
      },
    });
  const { status, headers } = await listTenants(instance.adminKey);
  expect(status).toBe(200);
  expect(headers.get("ratelimit-policy")).toBe('"credential";q=500;w=60');
  expect(headers.get("access-control-allow-origin")).toBe("https://app.example.com");
  expect(headers.get("strict-transport-security")).toMatch(/^max-age=\d+/);

  // An issuer whose keys cannot be read is an outage; without one it would be a credential of no kind.
  const jwt = [{ alg: "RS256", kid: "any" }, {}, {}].map(base64url).join(".");
  expect((await listTenants(jwt)).status).toBe(503);
});

function base64url(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}
