import { describe, expect, it } from "vitest";
import { useApi } from "./api.fixture.ts";

const api = useApi(() => ({ allowedOrigins: ["https://app.example.com"] }));
const limited = useApi(() => ({ rateLimit: 5 }));

describe("web pages of other origins", () => {
  const preflight = (origin: string) =>
    fetch(`${api.url}/trpc/tenants.list`, {
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type",
      },
    });

  it("may call when they are on the list, with a credential in the header", async () => {
    const { status, headers } = await preflight("https://app.example.com");
    expect(status).toBe(204);
    expect(headers.get("access-control-allow-origin")).toBe("https://app.example.com");
    expect(headers.get("access-control-allow-headers")).toContain("Authorization");
    expect(headers.get("access-control-allow-credentials")).toBeNull();
    const answer = await api.call("GET /api/v1/tenants", { headers: { origin: "https://app.example.com" } });
    expect(answer.headers.get("access-control-allow-origin")).toBe("https://app.example.com");
  });

  it("are not let in when they are not", async () => {
    for (const origin of ["https://evil.example.com", "https://app.example.com.evil.com", "null"]) {
      expect((await preflight(origin)).headers.get("access-control-allow-origin")).toBeNull();
    }
    const headers = { origin: "https://app.example.com" };
    const answer = await limited.call("GET /api/v1/service", { headers });
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("the rate limit of a credential", () => {
  it("is told with every answer, and above it comes 429 with Retry-After", async () => {
    const headers = await limited.keyWith(["tenants:read"]);
    const call = (route: string) => limited.call(route, { headers });
    const first = await call("GET /api/v1/tenants");
    expect(first.headers.get("ratelimit-policy")).toBe('"credential";q=5;w=60');
    expect(first.headers.get("ratelimit")).toMatch(/^"credential";r=4;t=\d+$/);
    const answers = await Promise.all(Array.from({ length: 8 }, () => call("GET /api/v1/tenants")));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(4);
    for (const { body, ...answer } of refused) {
      expect(answer.headers.get("retry-after")).toMatch(/^[1-9]\d?$/);
      expect(body).toMatchObject({ code: "rate_limited", status: 429 });
    }
    expect(await call("GET /trpc/tenants.list?input={}")).toMatchObject({
      status: 429,
      body: { error: { data: { code: "rate_limited" } } },
    });
  });
});
