import type { JsonObject, JsonValue } from "@rollcall/scim";
import { useDatabase } from "@rollcall/test-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { idOf, type ScimClient, scimClient } from "./scim-client.fixture.ts";
import { type ServedFacade, serveFacade } from "./serve-facade.fixture.ts";

const testDatabase = useDatabase();
let facade: ServedFacade;
/** Lends all requests the same connection to the database. */
let narrow: ServedFacade;
let ours: ScimClient;
let theirs: ScimClient;
let ourTenantId: string;
let theirId: string;
let ourId: string;

beforeAll(async () => {
  facade = await serveFacade(testDatabase.url);
  narrow = await serveFacade(testDatabase.url, { maxConnections: 1 });
  const [our, their] = [await facade.newTenant(), await facade.newTenant()];
  ourTenantId = our.tenant.id;
  ours = scimClient(facade.url, our.token);
  theirs = scimClient(facade.url, their.token);
  ourId = idOf(await ours.send("POST", "/Users", person("ada@x.io")));
  theirId = idOf(await theirs.send("POST", "/Users", person("alice@x.io")));
});
afterAll(async () => {
  await facade.close();
  await narrow.close();
});

function person(userName: string, rest: JsonObject = {}): JsonObject {
  return { userName, emails: [{ value: userName, primary: true }], ...rest };
}

function patch(...Operations: JsonObject[]): JsonObject {
  return { Operations };
}

async function bodyOf(client: ScimClient, id: string): Promise<JsonValue> {
  return (await client.send("GET", `/Users/${id}`)).body;
}

async function eventsOfOurs(resourceId: string) {
  await facade.database.sequencer.numberEvents(ourTenantId, 1_000);
  const events = await facade.database.openDirectory(ourTenantId).events.list({ after: 0, count: 1_000 });
  return events.filter((event) => event.resourceId === resourceId);
}

describe("an id that a client chooses", () => {
  it.each(["1", "0", "-1", "admin", "the id of another"])(
    "as externalId %s is a name and nothing more",
    async (text) => {
      const externalId = text === "the id of another" ? ourId : text;
      const before = await bodyOf(ours, ourId);
      const created = await ours.send("POST", "/Users", person(`x${externalId}@x.io`, { externalId, id: ourId }));
      expect(created).toMatchObject({ status: 201, body: { externalId } });
      expect(idOf(created)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      expect(idOf(created)).not.toBe(ourId);
      expect(idOf(await ours.send("GET", `/Users/${idOf(created)}`))).toBe(idOf(created));
      expect(await bodyOf(ours, ourId)).toEqual(before);
    },
  );
});

it.each(["1", "0", "-1", "admin"])("GET /Users/%s finds nobody", async (id) => {
  expect((await ours.send("GET", `/Users/${id}`)).status).toBe(404);
});

describe("an e-mail address", () => {
  it("makes nobody somebody else: neither in the tenant nor in another", async () => {
    const before = [await bodyOf(ours, ourId), await bodyOf(theirs, theirId)];
    const sameName = await ours.send("POST", "/Users", person("alice@x.io"));
    const sameMail = await ours.send("POST", "/Users", { userName: "new@x.io", emails: [{ value: "ada@x.io" }] });
    expect([sameName.status, sameMail.status]).toEqual([201, 201]);
    expect(new Set([ourId, theirId, idOf(sameName), idOf(sameMail)]).size).toBe(4);
    expect([await bodyOf(ours, ourId), await bodyOf(theirs, theirId)]).toEqual(before);
  });

  it("changes on one record only, whose event tells what it was and what it is", async () => {
    const id = idOf(await ours.send("POST", "/Users", person("mallory@x.io")));
    const before = [await bodyOf(ours, ourId), await bodyOf(theirs, theirId)];
    const steal = patch({ op: "replace", path: "emails[primary eq true].value", value: "alice@x.io" });
    expect((await ours.send("PATCH", `/Users/${id}`, steal)).status).toBe(200);
    expect([await bodyOf(ours, ourId), await bodyOf(theirs, theirId)]).toEqual(before);
    const told = JSON.stringify((await eventsOfOurs(id)).at(-1));
    expect(told).toContain("mallory@x.io");
    expect(told).toContain("alice@x.io");
  });
});

describe("names of what every object has", () => {
  const paths = [
    "__proto__.polluted",
    "constructor.prototype.polluted",
    "toString.polluted",
    "__proto__[primary eq true].polluted",
    "userName.polluted",
    "urn:ietf:params:scim:schemas:core:2.0:User:__proto__.polluted",
  ];
  it.each(paths)("are no path: %s", async (path) => {
    const answer = await ours.send("PATCH", `/Users/${ourId}`, patch({ op: "add", path, value: "yes" }));
    expect(answer).toMatchObject({ status: 400, body: { scimType: expect.stringMatching(/^invalid/) } });
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  it.each(["__proto__", "constructor", "toString"])("are no attribute: %s", async (name) => {
    const value = JSON.parse(`{"${name}":{"polluted":"yes"}}`);
    await ours.send("PATCH", `/Users/${ourId}`, patch({ op: "replace", value }));
    await ours.send("POST", "/Users", `{"userName":"p${name.length}@x.io","${name}":{"polluted":"yes"}}`);
    expect(JSON.stringify(await bodyOf(ours, ourId))).not.toContain("polluted");
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});

describe("text that means something elsewhere", () => {
  const texts = ["' OR 1=1--", "%", "_", "\\", "${7*7}", "{{7*7}}", "*)(uid=*", "'; drop table users; --"];
  it.each(texts)("is only itself in a filter: %s", async (text) => {
    const filter = encodeURIComponent(`userName co ${JSON.stringify(text)}`);
    expect((await ours.send("GET", `/Users?filter=${filter}`)).body).toMatchObject({ totalResults: 0 });
    const id = idOf(await ours.send("POST", "/Users", person(`a${text}b@x.io`)));
    const found = await ours.send("GET", `/Users?filter=${filter}`);
    expect(found.body).toMatchObject({ totalResults: 1, Resources: [{ id, userName: `a${text}b@x.io` }] });
    await ours.send("DELETE", `/Users/${id}`);
  });

  it.each(['userName";drop', "users.user_name", "1;select", "userName--"])("is no attribute: %s", async (name) => {
    const filter = encodeURIComponent(`${name} eq "x"`);
    expect((await ours.send("GET", `/Users?filter=${filter}`)).status).toBe(400);
    expect((await ours.send("GET", `/Users?sortBy=${encodeURIComponent(name)}`)).status).toBe(400);
  });
});

describe("a userName", () => {
  const spellings = ["ADA@X.IO", "ada@x.io ", "\uff41da@x.io", "ada@x.io\u200b", " ada@x.io"];
  it.each(spellings)("is taken however it is spelt: %j", async (userName) => {
    expect([400, 409]).toContain((await ours.send("POST", "/Users", { userName })).status);
    expect(await bodyOf(ours, ourId)).toMatchObject({ userName: "ada@x.io" });
  });
});

describe("what clients may not write", () => {
  const readOnly = { id: "x", "meta.created": "2000-01-01T00:00:00Z", groups: [{ value: "x" }], tenantId: "x" };
  const changes = Object.entries(readOnly).flatMap(([name, value]): [string, JsonObject][] => [
    [`${name} by path`, { op: "replace", path: name, value }],
    [`${name} without a path`, { op: "replace", value: { [name]: value } }],
    [`${name} by URN`, { op: "add", path: `urn:ietf:params:scim:schemas:core:2.0:User:${name}`, value }],
  ]);
  it.each(changes)("stays as it is: %s", async (_, operation) => {
    const before = await bodyOf(ours, ourId);
    const answer = await ours.send("PATCH", `/Users/${ourId}`, patch(operation));
    expect([200, 204, 400]).toContain(answer.status);
    const data = patch(operation);
    await ours.send("POST", "/Bulk", { Operations: [{ method: "PATCH", path: `/Users/${ourId}`, data }] });
    expect(await bodyOf(ours, ourId)).toEqual(before);
  });
});

describe("what one tenant knows", () => {
  it("is nothing to another: an ETag of its resource is no match", async () => {
    const { headers } = await theirs.send("GET", `/Users/${theirId}`);
    const ifNoneMatch = { "If-None-Match": headers.get("etag") ?? "" };
    expect((await ours.send("GET", `/Users/${theirId}`, undefined, ifNoneMatch)).status).toBe(404);
    expect((await theirs.send("GET", `/Users/${theirId}`, undefined, ifNoneMatch)).status).toBe(304);
    expect(headers.get("cache-control")).toContain("no-store");
  });

  it("stays its own on one connection to the database, with faults in between", async () => {
    const [one, other] = [await narrow.newTenant(), await narrow.newTenant()];
    const clients = [scimClient(narrow.url, one.token), scimClient(narrow.url, other.token)] as const;
    for (const client of clients) await client.send("POST", "/Users", person("both@x.io"));
    const ask = async (n: number) => {
      const client = clients[n % 2 === 0 ? 0 : 1];
      const refused = await client.send("POST", "/Users", person("both@x.io"));
      expect(refused.status).toBe(409);
      const { body } = await client.send("GET", "/Users");
      expect(body).toMatchObject({ totalResults: 1 });
      return [n % 2, JSON.stringify(body?.["Resources"])] as const;
    };
    const answers: Awaited<ReturnType<typeof ask>>[] = [];
    // As many at once as get their turn in time on a busy machine.
    for (let round = 0; round < 10; round++) {
      answers.push(...(await Promise.all(Array.from({ length: 20 }, (_, n) => ask(n)))));
    }
    const seen = [0, 1].map((side) => new Set(answers.filter(([of]) => of === side).map(([, text]) => text)));
    expect(seen.map((texts) => texts.size)).toEqual([1, 1]);
    expect([...(seen[0] ?? [])]).not.toEqual([...(seen[1] ?? [])]);
  });
});
