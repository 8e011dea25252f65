import { type ApiScope, apiScopes, grantsScope } from "@rollcall/domain";
import { type Endpoint, listEndpoints } from "@rollcall/rpc";
import { beforeAll, describe, expect, it } from "vitest";
import { useApi } from "./api.fixture.ts";

/** Every procedure, over REST and over tRPC: who is refused, how, and that nothing happens then. */
const api = useApi();
const endpoints = listEndpoints();

interface Tenant {
  readonly id: string;
  /** A value for each path parameter that names something of this tenant. */
  readonly ids: Readonly<Record<string, string>>;
}

interface Credentials {
  readonly scimToken: string;
  /** May do everything, but only in `mine`. */
  readonly bound: { readonly authorization: string };
}

let mine: Tenant;
let theirs: Tenant;
let credentials: Credentials;

beforeAll(async () => {
  [mine, theirs] = await Promise.all([createTenant("Mine"), createTenant("Theirs")]);
  const { body } = await api.call<{ token: string }>(`POST /api/v1/tenants/${mine.id}/tokens`, { json: {} });
  credentials = {
    scimToken: body.token,
    bound: await api.keyWith(apiScopes, mine.id),
  };
});

const protectedEndpoints = endpoints.filter(({ access }) => access !== "public");
const scopedEndpoints = endpoints.flatMap((endpoint) =>
  isScope(endpoint.access) ? [{ ...endpoint, scope: endpoint.access }] : [],
);
const tenantEndpoints = endpoints.filter(({ path }) => path.startsWith("/tenants/{tenantId}"));
const itemEndpoints = tenantEndpoints.filter(({ path }) => /\{tenantId\}.*\{\w+Id\}/.test(path));

describe("without a valid credential: 401", () => {
  it.each(protectedEndpoints)("$procedure", async (endpoint) => {
    for (const authorization of ["", "Bearer rlk_wrong", `Bearer ${credentials.scimToken}`]) {
      for (const { route, options } of requests(endpoint, mine)) {
        const answer = await api.call(route, { ...options, headers: { authorization } });
        expect([route, answer.status, codeOf(answer)]).toEqual([route, 401, "unauthenticated"]);
        expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer/);
      }
    }
  });
});

describe("with a SCIM token, even where everybody is welcome: 401", () => {
  it.each(endpoints)("$procedure", async (endpoint) => {
    const headers = { authorization: `Bearer ${credentials.scimToken}` };
    for (const { route, options } of requests(endpoint, mine)) {
      expect(await api.call(route, { ...options, headers })).toMatchObject({ status: 401 });
    }
  });
});

describe("with every scope but the one it needs: 403", () => {
  it.each(scopedEndpoints)("$procedure", async ({ scope, ...endpoint }) => {
    const headers = await api.keyWith(apiScopes.filter((each) => !grantsScope([each], scope)));
    for (const { route, options } of requests(endpoint, mine)) {
      const answer = await api.call(route, { ...options, headers });
      expect([route, answer.status, codeOf(answer)]).toEqual([route, 403, "insufficient_scope"]);
    }
  });
});

describe("with a key of another tenant: 404 as if there were no such tenant, and nothing happens", () => {
  it.each(tenantEndpoints)("$procedure", async (endpoint) => {
    const before = await contentsOf(theirs);
    const nobody = { ...theirs, id: "01935f20-1111-7222-8333-944455556666" };
    const [unknown, foreign] = await Promise.all([refusalsOf(endpoint, nobody), refusalsOf(endpoint, theirs)]);
    expect(foreign).toEqual(unknown);
    expect(foreign.map(({ status, code }) => [status, code])).toEqual([
      [404, "not_found"],
      [404, "not_found"],
    ]);
    expect(await contentsOf(theirs)).toEqual(before);
  });
});

describe("with another tenant's id under one's own tenant: 404, and nothing happens", () => {
  it.each(itemEndpoints)("$procedure", async (endpoint) => {
    const before = await contentsOf(theirs);
    const refusals = await refusalsOf(endpoint, { ...theirs, id: mine.id });
    expect(refusals.map(({ status, code }) => [status, code])).toEqual([
      [404, "not_found"],
      [404, "not_found"],
    ]);
    expect(await contentsOf(theirs)).toEqual(before);
  });
});

describe("with what it does not know: 400", () => {
  it.each(endpoints)("$procedure", async (endpoint) => {
    for (const { route, options } of requests(endpoint, mine, { surplus: "1" })) {
      const answer = await api.call(route, options);
      expect([route, answer.status, codeOf(answer)]).toEqual([route, 400, "invalid_input"]);
    }
  });
});

/** What callers bound to one tenant get where a path names none. */
const ofDeployment = {
  "service.info": () => ({ status: 200 }),
  "service.caller": () => ({ status: 200, body: { tenantId: mine.id } }),
  "tenants.list": () => ({ status: 200, body: { items: [{ id: mine.id }], nextCursor: null } }),
  "tenants.create": () => ({ status: 403, body: { code: "insufficient_scope" } }),
  "apiKeys.list": () => ({
    status: 200,
    body: { items: [{ tenantId: mine.id }, { tenantId: mine.id }], nextCursor: null },
  }),
  "apiKeys.create": () => ({ status: 404, body: { code: "not_found" } }),
  "apiKeys.rotate": () => ({ status: 404, body: { code: "not_found" } }),
  "apiKeys.revoke": () => ({ status: 404, body: { code: "not_found" } }),
  "audit.platform": () => ({ status: 403, body: { code: "insufficient_scope" } }),
} satisfies Record<string, () => object>;

describe("a key of one tenant", () => {
  const wide = endpoints.filter(({ path }) => !path.startsWith("/tenants/{tenantId}"));

  it.each(wide)("has no more than its tenant where the path names none: $procedure", async (endpoint) => {
    const expected = new Map<string, () => object>(Object.entries(ofDeployment)).get(endpoint.procedure);
    const [rest] = requests(endpoint, theirs);
    const answer = await api.call(rest?.route ?? "", { ...rest?.options, headers: credentials.bound });
    expect(answer).toMatchObject(expected?.() ?? { [`a case for ${endpoint.procedure}`]: "is missing" });
  });

  it("cannot ask for the keys of another", async () => {
    const route = `GET /api/v1/api-keys?tenantId=${theirs.id}`;
    expect(await api.call(route, { headers: credentials.bound })).toMatchObject({ body: { items: [] } });
  });
});

/** The same call over REST and over tRPC. */
function requests({ method, path, procedure, type }: Endpoint, tenant: Tenant, surplus: object = {}) {
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const values = Object.fromEntries(
    parameters.map((name) => [name, name === "tenantId" ? tenant.id : (tenant.ids[name] ?? "")]),
  );
  const body: Record<string, unknown> = { ...bodies.get(procedure)?.(), ...surplus };
  const restPath = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ""));
  const query = new URLSearchParams(
    Object.fromEntries(Object.entries(body).map(([key, value]) => [key, String(value)])),
  );
  const inUrl = method === "GET" || method === "DELETE";
  const input = { ...values, ...body };
  return [
    {
      route: `${method} /api/v1${restPath}${inUrl && query.size > 0 ? `?${query.toString()}` : ""}`,
      options: inUrl ? {} : { json: body },
    },
    type === "query"
      ? { route: `GET /trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`, options: {} }
      : { route: `POST /trpc/${procedure}`, options: { json: input } },
  ];
}

/** What procedures need beside what stands in their paths. */
const bodies = new Map<string, () => object>([
  ["tenants.create", () => ({ name: "Another" })],
  ["tenants.update", () => ({ name: "Renamed" })],
  ["connections.create", () => ({ name: "Another" })],
  ["connections.update", () => ({ name: "Renamed" })],
  ["tokens.create", () => ({ name: "Another" })],
  ["apiKeys.create", () => ({ name: "Another", scopes: ["users:read"], tenantId: theirs.id })],
  ["users.lookUp", () => ({ by: "userName", values: ["ada"] })],
  ["users.create", () => ({ userName: "grace" })],
  ["users.update", () => ({ userName: "renamed" })],
  ["groups.lookUp", () => ({ by: "displayName", values: ["Staff"] })],
  ["groups.create", () => ({ displayName: "Another" })],
  ["groups.update", () => ({ displayName: "Renamed" })],
  ["groups.addMembers", () => ({ memberIds: [] })],
  ["groups.removeMembers", () => ({ memberIds: [] })],
  ["groups.replaceMembers", () => ({ memberIds: [] })],
  ["schemas.define", () => ({ name: "Badge", description: "", attributes: [attribute] })],
  ["entitlements.create", () => ({ kind: "role", displayName: "Another" })],
  ["entitlements.update", () => ({ displayName: "Renamed" })],
]);

const attribute = { name: "badge", type: "string" };

async function createTenant(name: string): Promise<Tenant> {
  const id = await createdId("/tenants", { name });
  const under = `/tenants/${id}`;
  const [userId, groupId, tokenId, entitlementId, apiKeyId, connectionId] = await Promise.all([
    createdId(`${under}/users`, { userName: "ada" }),
    createdId(`${under}/groups`, { displayName: "Staff" }),
    createdId(`${under}/tokens`, {}),
    createdId(`${under}/entitlements`, { kind: "role", displayName: "Clerk" }),
    createdId("/api-keys", { name, scopes: ["users:read"], tenantId: id }),
    createdId(`${under}/connections`, { name: "Second" }),
  ]);
  return { id, ids: { userId, groupId, tokenId, entitlementId, apiKeyId, connectionId, urn: "urn:acme:1.0:User" } };
}

async function createdId(path: string, json: object): Promise<string> {
  const answer = await api.call<{ id: string }>(`POST /api/v1${path}`, { json });
  expect([path, answer.status]).toEqual([path, 201]);
  return answer.body.id;
}

/** What a caller that is bound to `mine` is answered, without the tenant's id. */
async function refusalsOf(endpoint: Endpoint, tenant: Tenant) {
  return await Promise.all(
    requests(endpoint, tenant).map(async ({ route, options }) => {
      const answer = await api.call(route, { ...options, headers: credentials.bound });
      return { status: answer.status, code: codeOf(answer), detail: detailOf(answer).replace(tenant.id, "ID") };
    }),
  );
}

/** Everything that a call could have changed. */
async function contentsOf({ id }: Tenant): Promise<unknown> {
  const paths = ["", "/users", "/groups", "/connections", "/tokens", "/entitlements", "/schemas"];
  return await Promise.all(paths.map(async (path) => (await api.call(`GET /api/v1/tenants/${id}${path}`)).body));
}

interface Answer {
  readonly text: string;
}

function codeOf(answer: Answer): string | undefined {
  return /"code":"(\w+)"/.exec(answer.text)?.[1];
}

function detailOf(answer: Answer): string {
  return /"detail":"((?:[^"\\]|\\.)*)"/.exec(answer.text)?.[1] ?? "";
}

function isScope(access: Endpoint["access"]): access is ApiScope {
  return access !== "public" && access !== "authenticated";
}
