import { once } from "node:events";
import { connect } from "node:net";
import { useDatabase } from "@rollcall/test-database";
import pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { type ScimClient, scimClient } from "../scim-client.fixture.ts";
import { type ServedFacade, serveFacade, type ServeFacadeOptions } from "../serve-facade.fixture.ts";

const database = useDatabase();
const facades: ServedFacade[] = [];
afterEach(async () => {
  for (const facade of facades.splice(0)) await facade.close();
});

async function serve(options: ServeFacadeOptions): Promise<ServedFacade> {
  const facade = await serveFacade(database.url, options);
  facades.push(facade);
  return facade;
}

async function newClient(facade: ServedFacade): Promise<ScimClient> {
  return scimClient(facade.url, (await facade.newTenant()).token);
}

const sendMany = (client: ScimClient, count: number) =>
  Promise.all(Array.from({ length: count }, () => client.send("GET", "/Users?count=1")));

/** How many answers have each status. */
function statuses(answers: readonly { status: number }[]): Record<number, number> {
  return Object.fromEntries(
    Object.entries(Object.groupBy(answers, ({ status }) => status)).map(([status, all = []]) => [status, all.length]),
  );
}

/** Nobody can read users until the function that is returned is called. */
async function lockUsers(): Promise<() => Promise<void>> {
  const connection = new pg.Client({ connectionString: database.url });
  await connection.connect();
  await connection.query("begin; lock table users in access exclusive mode");
  return () => connection.end();
}

describe("rate limits", () => {
  it.each([["tenantRequestsPerMinute"], ["connectionRequestsPerMinute"]])(
    "of %s end in 429 with Retry-After, for that tenant alone",
    async (name) => {
      const facade = await serve({ facade: { limits: { [name]: 5 } } });
      const noisy = await newClient(facade);
      const quiet = await newClient(facade);
      const answers = await sendMany(noisy, 20);
      expect(statuses(answers)).toEqual({ 200: 5, 429: 15 });
      const refused = answers.find(({ status }) => status === 429);
      expect(refused?.headers.get("retry-after")).toMatch(/^[1-9]\d?$/);
      expect(refused?.body).toMatchObject({
        schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
        status: "429",
        detail: "More than 5 requests in a minute.",
      });
      expect(statuses(await sendMany(quiet, 5))).toEqual({ 200: 5 });
      expect(facade.log).toEqual([]);
    },
  );

  it("count a bulk request as its operations, before any of them is done", async () => {
    const facade = await serve({ facade: { limits: { tenantRequestsPerMinute: 10 } } });
    const client = await newClient(facade);
    const bulk = (count: number) => ({
      Operations: Array.from({ length: count }, (_, n) => ({
        method: "POST",
        path: "/Users",
        bulkId: `${n}`,
        data: { userName: `user-${n}` },
      })),
    });
    expect((await client.send("POST", "/Bulk", bulk(11))).status).toBe(429);
    const other = await newClient(facade);
    expect((await other.send("POST", "/Bulk", bulk(9))).status).toBe(200);
    expect((await other.send("GET", "/Users?count=1")).body).toMatchObject({ totalResults: 9 });
  });

  it("are lifted by 0", async () => {
    const facade = await serve({ facade: { limits: { tenantRequestsPerMinute: 0, connectionRequestsPerMinute: 0 } } });
    expect(statuses(await sendMany(await newClient(facade), 50))).toEqual({ 200: 50 });
  });
});

describe("a busy database", () => {
  it("holds up the tenant that fills it, and no other", async () => {
    const facade = await serve({
      facade: { limits: { maxRunning: 4, maxRunningPerKey: 2, maxWaitingPerKey: 3 } },
      maxConnections: 4,
    });
    const noisy = await newClient(facade);
    const quiet = await newClient(facade);
    await quiet.send("GET", "/Groups?count=1");
    const unlock = await lockUsers();
    const flood = Array.from({ length: 12 }, () => noisy.send("GET", "/Users?count=1"));
    // Two are at work, three wait, and the rest are sent away while the database still answers nothing.
    const refused = await Promise.any(flood);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "1"]);
    expect(statuses(await Promise.all(Array.from({ length: 5 }, () => quiet.send("GET", "/Groups?count=1"))))).toEqual({
      200: 5,
    });
    await unlock();
    expect(statuses(await Promise.all(flood))).toEqual({ 200: 5, 429: 7 });
  });

  it("sends away at once, with 503, what would wait behind too much, and recovers", async () => {
    const facade = await serve({
      facade: { limits: { maxRunning: 2, maxRunningPerKey: 2, maxWaiting: 0 } },
      maxConnections: 2,
    });
    const first = await newClient(facade);
    const second = await newClient(facade);
    expect(statuses(await Promise.all([first, second].map((client) => client.send("GET", "/Groups?count=1"))))).toEqual(
      { 200: 2 },
    );
    const unlock = await lockUsers();
    const stuck = [first.send("GET", "/Users?count=1"), first.send("GET", "/Users?count=1")];
    const answer = await untilRefused(second);
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "1"]);
    expect(answer.body).toMatchObject({ status: "503", detail: "The server has too much to do." });
    expect((await fetch(new URL("/livez", facade.url))).status).toBe(200);
    await unlock();
    expect(statuses(await Promise.all(stuck))).toEqual({ 200: 2 });
    expect((await second.send("GET", "/Users?count=1")).status).toBe(200);
    expect(facade.log).toEqual([]);
  });
});

describe("a tenant that asks over 200 connections", () => {
  const CONNECTIONS = 200;
  const QUIET_REQUESTS = 16;

  it("takes no more than its share of the turns, and costs its neighbour no request", async () => {
    const facade = await serve({});
    const noisy = await newClient(facade);
    const quiet = await newClient(facade);
    const flood = floodWith(noisy, CONNECTIONS);
    await flood.untilServed(CONNECTIONS);
    const overtaken: number[] = [];
    for (let n = 0; n < QUIET_REQUESTS; n++) {
      const before = flood.served();
      const userName = `user-${n}`;
      expect([n, (await quiet.send("POST", "/Users", { userName })).status]).toEqual([n, 201]);
      overtaken.push(flood.served() - before);
    }
    await flood.stop();
    // Whoever waits behind all that was there before sees more than all of it answered first.
    const typical = overtaken.toSorted((left, right) => left - right)[QUIET_REQUESTS / 2];
    expect(typical).toBeLessThan(CONNECTIONS / 2);
    expect(facade.log).toEqual([]);
  });
});

/** Asks again, over each of the connections, as soon as there is an answer. */
function floodWith(client: ScimClient, connections: number) {
  const stop = new AbortController();
  let served = 0;
  const clients = Array.from({ length: connections }, async () => {
    while (!stop.signal.aborted) {
      const { status } = await client.send("GET", "/Users?count=1");
      if (status === 200) served++;
    }
  });
  return {
    served: () => served,
    untilServed: (count: number) => expect.poll(() => served).toBeGreaterThan(count),
    async stop() {
      stop.abort();
      await Promise.all(clients);
    },
  };
}

describe("slow senders", () => {
  it("take nobody's turn", async () => {
    const facade = await serve({ facade: { limits: { maxRunning: 1, maxRunningPerKey: 1, maxWaiting: 0 } } });
    const { token } = await facade.newTenant();
    const { port } = new URL(facade.url);
    const slow = connect(Number(port), "127.0.0.1");
    slow.write(
      `POST /scim/Users HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\n` +
        `Content-Length: 18\r\nExpect: 100-continue\r\n\r\n`,
    );
    // "Go on": the request is under way.
    await once(slow, "data");
    expect((await scimClient(facade.url, token).send("GET", "/Users?count=1")).status).toBe(200);
    slow.write('{"userName":"ada"}');
    const [answer] = await once(slow, "data");
    expect(String(answer)).toMatch(/^HTTP\/1\.1 201 /);
    slow.destroy();
  });

  it("are cut with a SCIM error", async () => {
    const timeouts = { headersMs: 50, requestMs: 100, checkIntervalMs: 10 };
    const facade = await serve({ server: { timeouts } });
    const slow = connect(Number(new URL(facade.url).port), "127.0.0.1");
    slow.write("GET /scim/Users HTTP/1.1\r\nX-Slow: ");
    const [answer] = await once(slow, "data");
    expect(String(answer)).toMatch(/^HTTP\/1\.1 408 .*"status":"408"/s);
  });
});

async function untilRefused(client: ScimClient) {
  for (;;) {
    const answer = await client.send("GET", "/Groups?count=1");
    if (answer.status !== 200) return answer;
  }
}
