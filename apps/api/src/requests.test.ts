import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { useApi } from "./api.fixture.ts";

const api = useApi();

async function newTenantPath(): Promise<string> {
  const { body } = await api.call<{ id: string }>("POST /api/v1/tenants", { json: { name: "Acme" } });
  return `/api/v1/tenants/${body.id}`;
}

describe("values in the URL", () => {
  it.each(["active=banana", "active=1", "limit=0", "limit=1001", "limit=1.5", "limit=ten"])(
    "answers 400 to ?%s",
    async (query) => {
      const answer = await api.call(`GET ${await newTenantPath()}/users?${query}`);
      expect(answer).toMatchObject({ status: 400, body: { code: "invalid_input" } });
      expect(answer.body).toHaveProperty("errors.0.message");
    },
  );

  it("answers 400 to a key that is given twice, over tRPC too", async () => {
    const path = await newTenantPath();
    for (const route of [`${path}/users?limit=1&limit=2`, "/trpc/tenants.list?input={}&input={}"]) {
      expect(await api.call(`GET ${route}`)).toMatchObject({ status: 400 });
    }
    expect(await api.call(`GET ${path}/events?types=user.created&types=user.deleted`)).toMatchObject({ status: 200 });
  });

  it.each(["cursor=%21%21", "cursor=bm90IGFuIGlk", "unknown=1", "search=%00"])("answers 400 to ?%s", async (query) => {
    expect(await api.call(`GET ${await newTenantPath()}/users?${query}`)).toMatchObject({ status: 400 });
  });

  it.each(["after=-1", "after=1.5", "after=9007199254740993"])("answers 400 for the feed to ?%s", async (query) => {
    expect(await api.call(`GET ${await newTenantPath()}/events?${query}`)).toMatchObject({ status: 400 });
  });

  it("are not made lax for bodies or for tRPC by REST calls", async () => {
    const path = await newTenantPath();
    await api.call(`GET ${path}/users?active=false&limit=1`);
    await api.call(`POST ${path}/tokens`, { json: {} });
    const input = encodeURIComponent(JSON.stringify({ tenantId: path.split("/")[4], active: "false", limit: "1" }));
    expect(await api.call(`GET /trpc/users.list?input=${input}`)).toMatchObject({ status: 400 });
    const token = await api.call<{ id: string }>(`POST ${path}/tokens`, { json: {} });
    const rotation = await api.call(`POST ${path}/tokens/${token.body.id}/rotate`, { json: { overlapSeconds: "5" } });
    expect(rotation).toMatchObject({ status: 400 });
  });

  it("answers 400 to ids that are none and to broken escapes", async () => {
    expect(await api.call("GET /api/v1/tenants/42")).toMatchObject({ status: 400 });
    expect(await api.call("GET /api/v1/tenants/%E0%A4%A")).toMatchObject({ status: 400 });
  });
});

describe("bodies", () => {
  it("are read whatever the charset parameter says", async () => {
    const headers = { "content-type": "application/json; charset=utf-8" };
    expect(await api.call("POST /api/v1/tenants", { json: { name: "Ünï" }, headers })).toMatchObject({
      status: 201,
      body: { name: "Ünï" },
    });
  });

  it.each([
    ["unknown keys", { name: "Acme", id: "1" }],
    ["NUL", { name: "Ac\0me" }],
    ["nothing but space", { name: " " }],
    ["too long a name", { name: "x".repeat(201) }],
    ["the wrong type", { name: 1 }],
    ["no object", []],
    ["broken JSON", '{"name":'],
    ["an unknown provider", { name: "Acme", identityProvider: "ldap" }],
  ])("answers 400 to %s", async (_, json) => {
    expect(await api.call("POST /api/v1/tenants", { json })).toMatchObject({ status: 400 });
  });

  it("answers 400 to broken JSON over tRPC", async () => {
    expect(await api.call("POST /trpc/tenants.create", { json: '{"name":' })).toMatchObject({ status: 400 });
  });

  it.each(["/api/v1/tenants", "/trpc/tenants.create"])("answers 413 to more than 1 MB: %s", async (path) => {
    const json = { name: "x".repeat(1_000_001) };
    expect(await api.call(`POST ${path}`, { json })).toMatchObject({ status: 413 });
  });

  it("answers 413 to a small body that inflates to more", async () => {
    const answer = await fetch(`${api.url}/api/v1/tenants`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${api.apiKey}`,
        "content-type": "application/json",
        "content-encoding": "gzip",
      },
      body: gzipSync(JSON.stringify({ name: "x".repeat(10_000_000) })),
    });
    expect(answer.status).toBe(413);
  });

  it.each(["/api/v1/tenants", "/trpc/tenants.create"])("answers 400 to what is nested too deep: %s", async (path) => {
    for (const json of [`{"name":${"[".repeat(100_000)}`, `{"name":${"[".repeat(50)}${"]".repeat(50)}}`]) {
      expect(await api.call(`POST ${path}`, { json })).toMatchObject({ status: 400 });
    }
  });

  it("answers 400 to an input in the query that is nested too deep", async () => {
    const filter = `${'{"not":'.repeat(400)}1${"}".repeat(400)}`;
    const input = encodeURIComponent(`{"tenantId":"${(await newTenantPath()).split("/")[4]}","filter":${filter}}`);
    expect(await api.call(`GET /trpc/users.search?input=${input}`)).toMatchObject({ status: 400 });
  });

  it.each(["\\ud800", "a\\udc00", "\\u0000"])(
    "answers 400 to what cannot be stored, wherever it stands: %s",
    async (text) => {
      const path = await newTenantPath();
      const filter = `{"attribute":"title","operator":"eq","value":"${text}"}`;
      for (const [route, json] of [
        [`POST ${path}/users`, `{"userName":"ada","profile":{"title":"${text}"}}`],
        [`POST ${path}/users`, `{"userName":"ada","${text}":1}`],
        [`POST ${path}/users/search`, `{"filter":${filter}}`],
        [`POST ${path}/users/look-up`, `{"by":"email","values":["${text}"]}`],
        [`POST /trpc/users.create`, `{"tenantId":"${path.split("/")[4]}","userName":"${text}"}`],
      ] as const) {
        expect([route, (await api.call(route, { json })).status]).toEqual([route, 400]);
      }
      const input = encodeURIComponent(`{"tenantId":"${path.split("/")[4]}","filter":${filter}}`);
      expect(await api.call(`GET /trpc/users.search?input=${input}`)).toMatchObject({ status: 400 });
    },
  );

  it.each(["x", "\0", "9999999-99-99"])("answers 400 to a cursor whose place is none: %j", async (key) => {
    const place = Buffer.from(JSON.stringify(["01935f20-1111-7222-8333-944455556666", key])).toString("base64url");
    const answer = await api.call(`GET ${await newTenantPath()}/users?sortBy=createdAt&cursor=${place}`);
    expect(answer).toMatchObject({ status: 400, body: { code: "invalid_input" } });
  });

  it("answers 400 to bytes that are not UTF-8", async () => {
    const answer = await fetch(`${api.url}/api/v1/tenants`, {
      method: "POST",
      headers: { authorization: `Bearer ${api.apiKey}`, "content-type": "application/json" },
      body: Buffer.from([...Buffer.from('{"name":"'), 0xc3, 0x28, ...Buffer.from('"}')]),
    });
    expect(answer.status).toBe(400);
  });

  it("answers 415 to other media types", async () => {
    const headers = { "content-type": "text/plain" };
    expect(await api.call("POST /api/v1/tenants", { json: { name: "Acme" }, headers })).toMatchObject({ status: 415 });
  });
});

describe("methods", () => {
  it("that a path does not have are 404, and change nothing", async () => {
    for (const route of ["HEAD /api/v1/tenants", "PUT /api/v1/tenants", "DELETE /api/v1/tenants"]) {
      expect(await api.call(route)).toMatchObject({ status: 404 });
    }
  });
});

describe("metrics", () => {
  it("know requests by pattern, never by id", async () => {
    const path = await newTenantPath();
    await api.call(`GET ${path}/users`);
    await api.call("GET /trpc/tenants.list?input={}");
    const { text } = await api.call("GET /metrics");
    expect(text).toContain('route="/api/v1/tenants/:tenantId/users"');
    expect(text).toContain('route="/trpc/:procedures"');
    expect(text).not.toContain(path);
  });
});

describe("batches", () => {
  it("of 20 pass, of 21 are refused before any work", async () => {
    const batch = (size: number) => `GET /trpc/${Array(size).fill("tenants.list").join(",")}?batch=1&input={}`;
    // Without an input each call fails by itself; the batch was taken.
    expect((await api.call<unknown[]>(batch(20))).body).toHaveLength(20);
    expect(await api.call(batch(21))).toMatchObject({ status: 400 });
    expect((await api.call(`GET /trpc/${",".repeat(10_000)}?batch=1`)).status).toBe(400);
  });
});

describe("headers", () => {
  it("nothing is cached, sniffed or framed, and the framework is not named", async () => {
    for (const route of ["GET /api/v1/tenants", "GET /trpc/tenants.list?input={}", "GET /docs", "GET /nothing"]) {
      const { headers } = await api.call(route);
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(headers.get("x-powered-by")).toBeNull();
      expect(headers.get("x-request-id")).not.toBeNull();
    }
  });

  it("an error repeats the request's id", async () => {
    const headers = { "x-request-id": "abc-1" };
    expect(await api.call("GET /api/v1/tenants/42", { headers })).toMatchObject({
      body: { requestId: "abc-1" },
    });
    expect(await api.call("GET /nothing", { headers })).toMatchObject({
      status: 404,
      body: { code: "unknown_path", requestId: "abc-1" },
    });
  });

  it("two Authorization headers are none", async () => {
    const { hostname, port } = new URL(api.url);
    const socket = connect(Number(port), hostname);
    const authorization = `Authorization: Bearer ${api.apiKey}\r\n`;
    socket.end(
      `GET /api/v1/tenants HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${authorization.repeat(2)}\r\n`,
    );
    let answer = "";
    for await (const chunk of socket) answer += String(chunk);
    expect(answer).toMatch(/^HTTP\/1\.1 401 /);
  });
});
