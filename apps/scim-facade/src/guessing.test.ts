import { mintCredential, newId, tokenKind } from "@rollcall/domain";
import { useDatabase } from "@rollcall/test-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scimClient } from "./scim-client.fixture.ts";
import { type ServedFacade, serveFacade } from "./serve-facade.fixture.ts";

const LIMIT = 5;
const database = useDatabase();
let facade: ServedFacade;
beforeAll(async () => {
  facade = await serveFacade(database.url, {
    facade: { limits: { failedAuthenticationsPerMinute: LIMIT }, trustedProxies: ["127.0.0.1"] },
  });
});
afterAll(() => facade.close());

function ask(token: string, address: string) {
  return scimClient(facade.url, token).send("GET", "/Users?count=1", undefined, { "X-Forwarded-For": address });
}

const guesses = (count: number) => Array.from({ length: count }, () => mintCredential(tokenKind, [newId(), newId()]));

describe("a client that guesses tokens", () => {
  it("is told 401 up to the limit, and 429 with Retry-After beyond it", async () => {
    for (const token of guesses(LIMIT)) expect((await ask(token, "203.0.113.1")).status).toBe(401);
    const [token = ""] = guesses(1);
    const { status, headers, body } = await ask(token, "203.0.113.1");
    expect([status, headers.get("retry-after")]).toEqual([429, expect.stringMatching(/^[1-9]\d?$/)]);
    expect(body).toMatchObject({ status: "429", detail: "More than 5 failed authentications in a minute." });
    expect((await ask(token, "203.0.113.2")).status).toBe(401);
  });

  it("keeps nobody out who has a token, also from the same address and for the first time", async () => {
    const [known, fresh] = [(await facade.newTenant()).token, (await facade.newTenant()).token];
    expect((await ask(known, "203.0.113.3")).status).toBe(200);
    await Promise.all(guesses(LIMIT + 1).map((token) => ask(token, "203.0.113.3")));
    expect((await ask(fresh, "203.0.113.3")).status).toBe(200);
    const flood = guesses(100).map((token) => ask(token, "203.0.113.3"));
    const served = await Promise.all(Array.from({ length: 50 }, () => ask(known, "203.0.113.3")));
    expect(served.filter(({ status }) => status !== 200)).toEqual([]);
    await Promise.all(flood);
  });
});
