import { request } from "node:http";
import { useDatabase } from "@rollcall/test-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { idOf, type ScimClient, scimClient } from "./scim-client.fixture.ts";
import { type ServedFacade, serveFacade } from "./serve-facade.fixture.ts";

const testDatabase = useDatabase();
let facade: ServedFacade;
let token: string;
let client: ScimClient;
let userId: string;
let groupId: string;

beforeAll(async () => {
  facade = await serveFacade(testDatabase.url);
  ({ token } = await facade.newTenant());
  client = scimClient(facade.url, token);
  userId = idOf(await client.send("POST", "/Users", { userName: "ada@x.io" }));
  groupId = idOf(await client.send("POST", "/Groups", { displayName: "Team" }));
});
afterAll(() => facade.close());

const unknownId = "00000000-0000-7000-8000-000000000000";
const patch = (...Operations: object[]) => ({ schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], Operations });

/** Text that does not compress. */
const longText = Array.from({ length: 3_000 }, (_, n) => String.fromCodePoint(0x4e00 + ((n * 7919) % 20_000))).join("");

/** method, path, body, status, scimType */
type Refused = readonly [string, () => string, unknown, number, string?];

const refused: Readonly<Record<string, Refused>> = {
  "an unknown user": ["GET", () => `/Users/${unknownId}`, undefined, 404],
  "a user's id that is no UUID": ["GET", () => "/Users/010101001010101011001010101011", undefined, 404],
  "an unknown group": ["GET", () => "/Groups/00919288221112222", undefined, 404],
  "a change of an unknown user": [
    "PATCH",
    () => `/Users/${unknownId}`,
    patch({ op: "replace", value: { active: false } }),
    404,
  ],
  "a replacement of an unknown user": ["PUT", () => `/Users/${unknownId}`, { userName: "x" }, 404],
  "the deletion of an unknown group": ["DELETE", () => `/Groups/${unknownId}`, undefined, 404],
  "an unknown endpoint": ["GET", () => "/Nothing", undefined, 404],
  "a double slash": ["GET", () => "//Users", undefined, 404],
  "a method that an endpoint lacks": ["DELETE", () => "/Users", undefined, 405],
  "a write to discovery": ["POST", () => "/Schemas", {}, 405],
  "a filter on discovery": ["GET", () => "/Schemas?filter=id%20pr", undefined, 403],
  "a body that is no JSON": ["POST", () => "/Users", "{", 400, "invalidSyntax"],
  "a body that is empty": ["POST", () => "/Users", "", 400],
  "a key given twice": ["POST", () => "/Users", '{"userName":"a","USERNAME":"b"}', 400, "invalidSyntax"],
  "a NUL in a value": ["POST", () => "/Users", '{"userName":"a\\u0000b"}', 400],
  "a lone surrogate": ["POST", () => "/Users", '{"userName":"a\\ud800b"}', 400],
  "JSON nested too deep": ["POST", () => "/Users", `${"[".repeat(10_000)}${"]".repeat(10_000)}`, 400],
  "a user without userName": ["POST", () => "/Users", { displayName: "x" }, 400, "invalidValue"],
  "an empty userName": ["POST", () => "/Users", { userName: " " }, 400, "invalidValue"],
  "a userName of the wrong type": ["POST", () => "/Users", { userName: 5 }, 400, "invalidValue"],
  "a userName with a zero-width space": ["POST", () => "/Users", { userName: "ada@x.io\u200b" }, 400, "invalidValue"],
  "an externalId that is a number": [
    "POST",
    () => "/Users",
    { userName: "n@x.io", externalId: 1 },
    400,
    "invalidValue",
  ],
  "a userName that folds to more than an index holds": [
    "POST",
    () => "/Users",
    { userName: "\ufdfa".repeat(300) },
    400,
    "invalidValue",
  ],
  "an e-mail address that is too long": [
    "POST",
    () => "/Users",
    { userName: "long@x.io", emails: [{ value: longText }] },
    400,
    "invalidValue",
  ],
  "a userName that is taken": ["POST", () => "/Users", { userName: "ADA@x.io" }, 409, "uniqueness"],
  "a displayName that is taken": ["POST", () => "/Groups", { displayName: "team" }, 409, "uniqueness"],
  "a member that does not exist": [
    "POST",
    () => "/Groups",
    { displayName: "g", members: [{ value: unknownId }] },
    400,
    "invalidValue",
  ],
  "a member whose id is no UUID": [
    "PATCH",
    () => `/Groups/${groupId}`,
    patch({ op: "add", path: "members", value: [{ value: "1" }] }),
    400,
    "invalidValue",
  ],
  "active that is no boolean": [
    "PATCH",
    () => `/Users/${userId}`,
    patch({ op: "replace", value: { active: "maybe" } }),
    400,
    "invalidValue",
  ],
  "active that is null": [
    "PATCH",
    () => `/Users/${userId}`,
    patch({ op: "replace", path: "active", value: null }),
    400,
    "invalidValue",
  ],
  "a change of the id": [
    "PATCH",
    () => `/Users/${userId}`,
    patch({ op: "replace", path: "id", value: "1" }),
    400,
    "mutability",
  ],
  "a path into the prototype": [
    "PATCH",
    () => `/Users/${userId}`,
    patch({ op: "add", path: "__proto__.x", value: 1 }),
    400,
    "invalidPath",
  ],
  "a removal without path": ["PATCH", () => `/Users/${userId}`, patch({ op: "remove" }), 400, "noTarget"],
  "an unknown op": ["PATCH", () => `/Users/${userId}`, patch({ op: "delete", path: "title" }), 400],
  "a broken filter": ["GET", () => "/Users?filter=userName%20eq", undefined, 400, "invalidFilter"],
  "a filter on an unknown attribute": [
    "GET",
    () => `/Users?filter=${encodeURIComponent('userName";drop eq "x"')}`,
    undefined,
    400,
    "invalidFilter",
  ],
  "a filter with a NUL": ["GET", () => "/Users?filter=userName%20eq%20%22a%00%22", undefined, 400],
  "a filter with an escaped NUL": [
    "GET",
    () => `/Users?filter=${encodeURIComponent('userName eq "a\\u0000"')}`,
    undefined,
    400,
  ],
  "a filter nested too deep": ["GET", () => `/Users?filter=${"(".repeat(5_000)}`, undefined, 400, "invalidFilter"],
  "a count that is no integer": ["GET", () => "/Users?count=ten", undefined, 400, "invalidValue"],
  "a parameter given twice": ["GET", () => "/Users?count=1&count=2", undefined, 400],
  "both kinds of projection": ["GET", () => "/Users?attributes=id&excludedAttributes=id", undefined, 400],
  "broken percent-encoding in the path": ["GET", () => "/Users/%E0%A4%A", undefined, 400],
  "broken percent-encoding in the query": ["GET", () => "/Users?filter=%FF", undefined, 400],
};

describe("a refusal", () => {
  it.each(Object.entries(refused))("of %s is a SCIM error", async (_, [method, path, body, status, scimType]) => {
    const answer = await client.send(
      method,
      path(),
      typeof body === "string" ? body : (JSON.parse(JSON.stringify(body ?? null)) ?? undefined),
    );
    expectScimError(answer.body, status, scimType);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("application/scim+json; charset=utf-8");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(facade.log).toEqual([]);
  });

  it.each([
    ["text/plain", {}, 415],
    ["application/json; charset=latin1", {}, 415],
    ["application/json", { "Content-Encoding": "zstd" }, 415],
  ])("of a body as %s", async (contentType, headers, status) => {
    const answer = await client.send(
      "POST",
      "/Users",
      { userName: "t@x.io" },
      { "Content-Type": contentType, ...headers },
    );
    expectScimError(answer.body, status);
  });

  it("of a body that is too large comes without reading it to the end", async () => {
    const answer = await rawRequest({ "Content-Length": String(1024 ** 3), Authorization: `Bearer ${token}` });
    expect(answer.status).toBe(413);
    expectScimError(JSON.parse(answer.text), 413);
  });

  it("of what is no HTTP request is a SCIM error too", async () => {
    const noHost = await rawRequest(["Authorization", `Bearer ${token}`]);
    expectScimError(JSON.parse(noHost.text), 400);
    const long = await rawRequest({ "X-Long": "x".repeat(100_000) });
    expect(long.status).toBe(431);
    expectScimError(JSON.parse(long.text), 431);
  });

  it("of bytes that are not UTF-8", async () => {
    const answer = await rawRequest({ Authorization: `Bearer ${token}` }, Buffer.from([0x22, 0xff, 0x22]));
    expectScimError(JSON.parse(answer.text), 400, "invalidSyntax");
  });
});

describe("authentication", () => {
  const cases: readonly (readonly [string, Record<string, string>, string])[] = [
    ["no header", {}, "Bearer"],
    ["no scheme", { Authorization: "non-token" }, 'Bearer error="invalid_token"'],
    ["an empty bearer", { Authorization: "Bearer " }, 'Bearer error="invalid_token"'],
    ["null", { Authorization: "Bearer null" }, 'Bearer error="invalid_token"'],
    ["Basic", { Authorization: "Basic Zm9vOmJhcg==" }, 'Bearer error="invalid_token"'],
    ["a cookie", { Cookie: "token=x" }, "Bearer"],
  ];
  const places = [
    "/Users",
    "/Users/1",
    "/Groups",
    "/ServiceProviderConfig",
    "/Schemas",
    "/Nothing",
    "",
    "/v2/Users",
    "//Users",
    "/USERS/",
  ];

  it.each(cases)("fails with %s, on every path and for every method", async (_, headers, challenge) => {
    for (const path of places) {
      for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
        const response = await fetch(facade.url + path, { method, headers });
        expect(response.status).toBe(401);
        expect(response.headers.get("www-authenticate")).toBe(challenge);
        expectScimError(JSON.parse(await response.text()), 401);
      }
    }
  });

  it("fails with one wrong character, a token in the query, and two headers", async () => {
    const wrong = token.slice(0, 60) + (token[60] === "a" ? "b" : "a") + token.slice(61);
    expect((await scimClient(facade.url, wrong).send("GET", "/Users")).status).toBe(401);
    expect((await fetch(`${facade.url}/Users?access_token=${token}`)).status).toBe(401);
    const twice = await rawRequest([
      "Host",
      "x",
      "Authorization",
      `Bearer ${token}`,
      "Authorization",
      `Bearer ${token}`,
    ]);
    expect(twice.status).toBe(401);
  });

  it("takes the scheme in any case, at both base paths", async () => {
    for (const base of ["", "/v2"]) {
      const response = await fetch(`${facade.url}${base}/Users`, { headers: { Authorization: `bEARER ${token}` } });
      expect(response.status).toBe(200);
    }
  });

  it("ends within a second of a revocation", async () => {
    const { tenant, token: doomed, tokenId } = await facade.newTenant();
    const doomedClient = scimClient(facade.url, doomed);
    expect((await doomedClient.send("GET", "/Users")).status).toBe(200);
    await facade.database.openDirectory(tenant.id).tokens.revoke(tokenId, (revoked) => ({
      id: tenant.id,
      type: "token.revoked",
      resourceType: "token",
      resourceId: revoked.id,
      resourceVersion: null,
      actor: { kind: "system" },
      data: {},
    }));
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    expect((await doomedClient.send("GET", "/Users")).status).toBe(401);
  });
});

/** POST /Users with exactly these headers. */
function rawRequest(
  headers: Record<string, string> | string[],
  body?: Buffer,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port, pathname } = new URL(`${facade.url}/Users`);
    const outgoing = request({ hostname, port, path: pathname, method: "POST", headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
    });
    outgoing.on("error", reject);
    if (body === undefined) outgoing.flushHeaders();
    outgoing.end(body);
  });
}

function expectScimError(body: unknown, status: number, scimType?: string): void {
  expect(body).toMatchObject({
    schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
    status: String(status),
    detail: expect.stringMatching(/\S/),
    ...(scimType !== undefined && { scimType }),
  });
}
