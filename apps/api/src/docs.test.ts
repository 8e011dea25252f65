import { createHash } from "node:crypto";
import { listEndpoints } from "@rollcall/rpc";
import { describe, expect, it } from "vitest";
import { useApi } from "./api.fixture.ts";
import { html } from "./docs/html.ts";

const api = useApi();

describe("/openapi.json", () => {
  it("describes every endpoint at the place where it can be called", async () => {
    const { body } = await api.call<{ info: unknown; servers: unknown; paths: Record<string, object> }>(
      "GET /openapi.json",
    );
    expect(body).toMatchObject({ openapi: "3.1.0", info: { version: "1.2.3" }, servers: [{ url: "/api/v1" }] });
    for (const { method, path } of listEndpoints()) expect(body.paths[path]).toHaveProperty(method.toLowerCase());
  });
});

describe("the described error", () => {
  it.each([
    ["of an input", "GET /api/v1/tenants?limit=0"],
    ["of the domain", "GET /api/v1/tenants/01935f20-1111-7222-8333-944455556666"],
    ["of the edge", "GET /api/v1/nothing"],
  ])("has the fields of a real one: %s", async (_, route) => {
    const { body } = await api.call<{ components: { schemas: { Error: ObjectSchema } } }>("GET /openapi.json");
    const { Error: described } = body.components.schemas;
    const real = await api.call<{ data: object }>(route);
    expectFields(real.body, described);
    expectFields(real.body.data, described.properties["data"]);
  });
});

interface ObjectSchema {
  readonly properties: Readonly<Record<string, ObjectSchema>>;
  readonly required: readonly string[];
}

function expectFields(value: object, { properties, required }: ObjectSchema = { properties: {}, required: [] }): void {
  expect(Object.keys(properties)).toEqual(expect.arrayContaining(Object.keys(value)));
  expect(Object.keys(value)).toEqual(expect.arrayContaining([...required]));
}

describe("/docs", () => {
  it("names every endpoint and links to every model", async () => {
    const { text, headers } = await api.call("GET /docs");
    expect(headers.get("content-type")).toContain("text/html");
    for (const { method, path, operationId } of listEndpoints()) {
      expect(text).toContain(`<h3 id="${operationId}">`);
      expect(text).toContain(`>${method} ${path}</code>`);
    }
    const targets = [...text.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target);
    expect(targets.length).toBeGreaterThan(20);
    for (const target of targets) expect(text).toContain(`id="${target}"`);
  });

  it("needs no script, and its style sheet is the one that the policy allows", async () => {
    const { text, headers } = await api.call("GET /docs");
    expect(text).not.toMatch(/<script|<link|style=|src=/);
    const style = /<style>(.*)<\/style>/s.exec(text)?.[1] ?? "";
    const hash = createHash("sha256").update(style).digest("base64");
    expect(headers.get("content-security-policy")).toContain(`style-src 'sha256-${hash}'`);
  });

  it("is where the root leads", async () => {
    const { status, headers } = await api.call("GET /");
    expect([status, headers.get("location")]).toEqual([302, "/docs"]);
  });
});

describe("html", () => {
  it("escapes text, keeps markup, and leaves out what is false", () => {
    const name = `<b title="x">&'`;
    expect(html`<p>${name}${html`<i>${1}</i>`}${[html`a`, "<"]}${false}</p>`.markup).toBe(
      "<p>&lt;b title=&quot;x&quot;&gt;&amp;&#39;<i>1</i>a&lt;</p>",
    );
  });
});
