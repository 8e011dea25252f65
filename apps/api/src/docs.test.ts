import { useChromium } from "@rollcall/browser";
import { listEndpoints } from "@rollcall/rpc";
import { describe, expect, it } from "vitest";
import { useApi } from "./api.fixture.ts";

const api = useApi();
const chromium = useChromium();

describe("/openapi.json", () => {
  it("describes every endpoint at the place where it can be called", async () => {
    const { body } = await api.call<{ info: unknown; servers: unknown; paths: Record<string, object> }>(
      "GET /openapi.json",
    );
    expect(body).toMatchObject({ openapi: "3.1.0", info: { version: "1.2.3" }, servers: [{ url: "/api/v1" }] });
    for (const { method, path } of listEndpoints()) expect(body.paths[path]).toHaveProperty(method.toLowerCase());
  });
});

describe("/docs", () => {
  it("may run our own files and call our own API, and nothing else may do even that", async () => {
    const { text, headers } = await api.call("GET /docs");
    expect(headers.get("content-type")).toContain("text/html");
    const policy = headers.get("content-security-policy")?.split(";").toSorted();
    expect(policy).toEqual([
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "img-src data:",
      "script-src 'self'",
      "style-src 'self'",
    ]);
    expect(text).not.toMatch(/<script(?! defer src="\/docs\/)|<style|style=|onload=/);
    const { headers: others } = await api.call("GET /openapi.json");
    expect(others.get("content-security-policy")).not.toContain("'self'");
  });

  it("loads files that may be cached for ever, because their path names their content", async () => {
    const { text } = await api.call("GET /docs");
    const paths = [...text.matchAll(/(?:src|href)="(\/docs\/[^"]+)"/g)].map(([, path]) => path);
    expect(paths).toHaveLength(3);
    for (const path of paths) {
      const { status, headers } = await api.call(`GET ${path}`);
      expect([status, headers.get("cache-control")]).toEqual([200, "public, max-age=31536000, immutable"]);
      expect(headers.get("content-type")).toMatch(/^text\/(css|javascript)/);
    }
    expect((await api.call("GET /docs")).headers.get("cache-control")).toBe("no-store");
    expect((await api.call("GET /docs/000000000000/swagger-ui.css")).status).toBe(404);
  });

  it("is where the root leads", async () => {
    const { status, headers } = await api.call("GET /");
    expect([status, headers.get("location")]).toEqual([302, "/docs"]);
  });

  it("shows every operation and model to people, who try calls with their key", async () => {
    await api.call("POST /api/v1/tenants", { json: { name: "Acme of the docs" } });
    const { page, origins, complaints } = await chromium.open(`${api.url}/docs`);
    const operation = page.locator("#operations-Tenants-listTenants");
    await operation.waitFor();
    expect(await page.locator(".opblock").count()).toBe(listEndpoints().length);
    const { body } = await api.call<{ components: { schemas: object } }>("GET /openapi.json");
    const models = page.locator("section.models > div > article");
    await expect.poll(() => models.count()).toBe(Object.keys(body.components.schemas).length);

    await page.getByRole("button", { name: "Authorize" }).click();
    const authorization = page.locator(".modal-ux form", { hasText: "apiKey" });
    await authorization.locator("input").fill(api.apiKey);
    await authorization.getByRole("button", { name: "Apply" }).click();
    await authorization.getByRole("button", { name: "Close" }).click();
    await operation.locator(".opblock-summary-control").click();
    await operation.getByRole("button", { name: "Execute" }).click();
    const answer = operation.locator(".live-responses-table .response");
    expect(await answer.locator(".response-col_status").textContent()).toContain("200");
    expect(await answer.textContent()).toContain("Acme of the docs");

    expect(await page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length")).toBe(0);
    expect([...origins]).toEqual([api.url]);
    expect(complaints).toEqual([]);
  });
});
