import { mintApiKey } from "@rollcall/domain";
import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { useApi } from "./api.fixture.ts";

const LIMIT = 5;
const FLOOD = 20;
const api = useApi(() => ({ failureLimit: LIMIT, trustedProxies: ["127.0.0.1"] }));

/** Tries keys that were never issued, through a proxy that tells the client's address. */
function guess(address: string, keys: readonly string[]) {
  return Promise.all(keys.map((key) => callAs(key, address)));
}

function callAs(key: string, address: string) {
  return api.call("GET /api/v1/tenants", {
    headers: { authorization: `Bearer ${key}`, "x-forwarded-for": address },
  });
}

const someKeys = (count: number) => Array.from({ length: count }, mintApiKey);

/** While it is there, nobody can look for API keys. */
async function lockApiKeys() {
  const connection = new Client({ connectionString: api.databaseUrl });
  await connection.connect();
  await connection.query("begin; lock table api_keys in access exclusive mode");
  return {
    unlock: () => connection.end(),
    /** How many sessions wait to look. */
    async waiting() {
      const { rowCount } = await connection.query(
        "select 1 from pg_locks where not granted and relation = 'api_keys'::regclass",
      );
      return rowCount;
    },
  };
}

describe("a client that guesses API keys", () => {
  it("is told 401 up to the limit, and 429 with Retry-After beyond it", async () => {
    for (const key of someKeys(LIMIT)) expect((await callAs(key, "203.0.113.1")).status).toBe(401);
    const { status, headers, body } = await callAs(mintApiKey(), "203.0.113.1");
    expect(status).toBe(429);
    expect(headers.get("retry-after")).toMatch(/^[1-9]\d?$/);
    expect(body).toMatchObject({ code: "rate_limited", detail: "More than 5 failed authentications in a minute." });
  });

  it("costs the database one look at a time, however much comes at once", async () => {
    await guess("203.0.113.2", someKeys(LIMIT));
    const lock = await lockApiKeys();
    let answered = 0;
    const guesses = someKeys(FLOOD).map((key) => callAs(key, "203.0.113.2").finally(() => answered++));
    // One looks, and waits; all others are refused meanwhile.
    await expect.poll(() => answered).toBe(FLOOD - 1);
    expect(await lock.waiting()).toBe(1);
    await lock.unlock();
    const answers = await Promise.all(guesses);
    expect(answers.filter(({ status }) => status !== 429)).toEqual([]);
  });

  it("keeps nobody out who has a key, also from the same address and for the first time", async () => {
    const [known, fresh] = [await api.keyWith(["tenants:read"]), await api.keyWith(["tenants:read"])];
    const call = ({ authorization }: { authorization: string }) =>
      api.call("GET /api/v1/tenants", { headers: { authorization, "x-forwarded-for": "203.0.113.3" } });
    expect((await call(known)).status).toBe(200);
    await guess("203.0.113.3", someKeys(LIMIT + 1));
    expect((await call(fresh)).status).toBe(200);
    const flood = guess("203.0.113.3", someKeys(100));
    const served = await Promise.all(Array.from({ length: 50 }, () => call(known)));
    expect(served.filter(({ status }) => status !== 200)).toEqual([]);
    await flood;
  });

  it("is known by its address behind the proxies that are trusted, and nobody else is it", async () => {
    await guess("203.0.113.4", someKeys(LIMIT + 1));
    expect((await callAs(mintApiKey(), "198.51.100.9, 203.0.113.4")).status).toBe(429);
    expect((await callAs(mintApiKey(), "203.0.113.5")).status).toBe(401);
  });

  it("gains nothing by JWTs or other texts", async () => {
    for (let n = 0; n < LIMIT; n++) expect((await callAs(`eyJ.${n}.x`, "203.0.113.6")).status).toBe(401);
    expect((await callAs("eyJ.x.x", "203.0.113.6")).status).toBe(429);
  });
});
