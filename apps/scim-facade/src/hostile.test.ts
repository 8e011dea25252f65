import { useDatabase } from "@rollcall/test-database";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { idOf, type ScimClient, scimClient } from "./scim-client.fixture.ts";
import { type ServedFacade, serveFacade } from "./serve-facade.fixture.ts";

const testDatabase = useDatabase();
let facade: ServedFacade;
let client: ScimClient;
let userId: string;
let groupId: string;

beforeAll(async () => {
  facade = await serveFacade(testDatabase.url);
  client = scimClient(facade.url, (await facade.newTenant()).token);
  userId = idOf(await client.send("POST", "/Users", { userName: "ada@x.io" }));
  groupId = idOf(await client.send("POST", "/Groups", { displayName: "Team", members: [{ value: userId }] }));
});
afterAll(() => facade.close());

const RUNS = 300;
const name = fc.constantFrom(
  "userName",
  "members",
  "emails",
  "active",
  "name",
  "name.givenName",
  "displayName",
  "id",
  "meta",
  "externalId",
  "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
  "__proto__",
  "constructor",
  'emails[type eq "work"].value',
  'members[value eq "x"]',
  "x",
);
const text = fc.oneof(fc.string(), fc.string({ unit: "binary" }), name);
const value = fc.oneof(
  fc.jsonValue(),
  text,
  fc.array(fc.record({ value: text, type: text })),
  fc.dictionary(name, fc.jsonValue()),
);
const operation = fc.record({
  op: fc.constantFrom("add", "replace", "remove", "Add", "x"),
  path: fc.option(fc.oneof(name, text), { nil: undefined }),
  value,
});

/** Every answer is a success or a SCIM error that blames the request, and nothing was logged as a fault of ours. */
async function expectHonestAnswer(method: string, path: string, body?: unknown): Promise<void> {
  const answer = await client.send(method, path, body === undefined ? undefined : JSON.stringify(body));
  expect(answer.status).toBeLessThan(500);
  if (answer.status < 400) return;
  expect(answer.body).toMatchObject({
    schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
    status: String(answer.status),
  });
}

describe("random requests never make a fault", () => {
  it("as users", async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(name, value), fc.constantFrom("POST", "PUT"), (body, method) =>
        expectHonestAnswer(method, method === "POST" ? "/Users" : `/Users/${userId}`, body),
      ),
      { numRuns: RUNS },
    );
    expect(facade.log).toEqual([]);
  });

  it("as PATCH of a user and of a group", async () => {
    const target = fc.constantFrom(
      () => `/Users/${userId}`,
      () => `/Groups/${groupId}`,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { maxLength: 4 }), target, (Operations, path) =>
        expectHonestAnswer("PATCH", path(), { Operations }),
      ),
      { numRuns: RUNS },
    );
    expect(facade.log).toEqual([]);
  });

  it("as filters and paging", async () => {
    const word = fc.oneof(
      name,
      fc.constantFrom(
        "eq",
        "co",
        "pr",
        "and",
        "or",
        "not",
        "(",
        ")",
        "[",
        "]",
        '"a"',
        "null",
        "true",
        "1",
        '"2024-01-01T00:00:00Z"',
        '"\\u0000"',
        "meta.created",
        "meta.lastModified",
        "gt",
        "ne",
      ),
      text,
    );
    const query = fc.record({
      filter: fc.array(word, { maxLength: 8 }).map((words) => words.join(" ")),
      startIndex: fc.oneof(text, fc.integer().map(String)),
      count: fc.oneof(text, fc.maxSafeInteger().map(String)),
      attributes: text,
    });
    await fc.assert(
      fc.asyncProperty(
        query,
        fc.subarray(["filter", "startIndex", "count", "attributes"] as const),
        async (all, kept) => {
          const parameters = new URLSearchParams(Object.fromEntries(kept.map((key) => [key, all[key]])));
          await expectHonestAnswer("GET", `/Users?${parameters.toString()}`);
          await expectHonestAnswer("GET", `/Groups?${parameters.toString()}`);
        },
      ),
      { numRuns: RUNS },
    );
    expect(facade.log).toEqual([]);
  });

  it("as ids", async () => {
    await fc.assert(
      fc.asyncProperty(text, (id) => expectHonestAnswer("GET", `/Users/${encodeURIComponent(id.toWellFormed())}`)),
      { numRuns: RUNS },
    );
    expect(facade.log).toEqual([]);
  });
});
