import { DomainError } from "@rollcall/domain";
import { createLogger } from "@rollcall/telemetry";
import { describe, expect, it } from "vitest";
import { useApi } from "./api.fixture.ts";

const CANARY = "select secret from canary";

/** The list of tenants fails in a way nobody expected; looking for a tenant finds the database gone. */
const log: string[] = [];
const api = useApi(({ openPlatform }) => ({
  openPlatform(provenance) {
    const platform = openPlatform(provenance);
    const gone = new DomainError({ code: "unavailable", reason: CANARY }, { cause: new Error(CANARY) });
    const tenants = {
      ...platform.tenants,
      list: () => Promise.reject(new Error(CANARY)),
      find: () => Promise.reject(gone),
    };
    return { ...platform, tenants };
  },
  logger: createLogger({ level: "info", name: "api", destination: { write: (line) => void log.push(line) } }),
}));

const dark = useApi(({ openPlatform }) => ({
  openPlatform(provenance) {
    const platform = openPlatform(provenance);
    const findVerdict = () => Promise.reject(new DomainError({ code: "unavailable", reason: CANARY }));
    return { ...platform, apiKeys: { ...platform.apiKeys, findVerdict } };
  },
}));

describe("an unexpected error", () => {
  it.each(["/api/v1/tenants", "/trpc/tenants.list?input={}"])("is a 500 that says nothing: %s", async (path) => {
    const { status, text } = await api.call(`GET ${path}`);
    expect(status).toBe(500);
    expect(text).toContain("Something went wrong on our side");
    expect(text).not.toMatch(/canary|stack|\.ts/i);
  });

  it("is logged with its cause, procedure and request", async () => {
    await api.call("GET /api/v1/tenants", { headers: { "x-request-id": "for-the-log" } });
    const line = log.find((each) => each.includes("for-the-log"));
    expect(JSON.parse(line ?? "{}")).toMatchObject({
      level: "error",
      procedure: "tenants.list",
      requestId: "for-the-log",
      err: { message: CANARY },
    });
  });
});

describe("an outage", () => {
  const paths = ["/api/v1/tenants/01935f20-1111-7222-8333-944455556666/users"];
  const input = encodeURIComponent(JSON.stringify({ tenantId: "01935f20-1111-7222-8333-944455556666" }));

  it.each([...paths, `/trpc/users.list?input=${input}`])(
    "of the directory is 503 with Retry-After: %s",
    async (path) => {
      const { status, headers, text } = await api.call(`GET ${path}`);
      expect(status).toBe(503);
      expect(headers.get("retry-after")).toBe("5");
      expect(text).not.toContain(CANARY);
    },
  );

  it("of the API keys is 503, not 401", async () => {
    const rest = await dark.call("GET /api/v1/tenants");
    expect(rest).toMatchObject({
      status: 503,
      body: { code: "unavailable" },
    });
    expect(rest.headers.get("retry-after")).toBe("5");
    expect(await dark.call("GET /trpc/tenants.list?input={}")).toMatchObject({
      status: 503,
      body: { error: { data: { code: "unavailable" } } },
    });
  });

  it("leaves the description readable", async () => {
    expect(await dark.call("GET /docs")).toMatchObject({ status: 200 });
  });
});
