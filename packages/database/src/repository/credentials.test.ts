import { createHash } from "node:crypto";
import {
  createTenant,
  createToken,
  createTokenAuthenticator,
  createApiKeyAuthenticator,
  mintApiKey,
  type OpenDirectory,
  type Peppers,
  registerApiKey,
  type TokenRepository,
} from "@rollcall/domain";
import { useDatabase } from "@rollcall/test-database";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../open-database.ts";

const testDatabase = useDatabase();
const actor = { kind: "system" } as const;
const [first, second] = ["the first of two peppers, long enough", "the second of two peppers, long enough"];
let database: Database;
let admin: Client;

beforeAll(async () => {
  database = openDatabase({ databaseUrl: testDatabase.url });
  admin = new Client(testDatabase.url);
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await database.close();
});

async function newToken() {
  const { tenants } = database.openPlatform();
  const { tenant, connection } = await createTenant(tenants, { name: "Acme", identityProvider: "okta", actor });
  const { tokens } = database.openDirectory(tenant.id);
  const request = { tenantId: tenant.id, connectionId: connection.id, name: "Okta", actor };
  return await createToken({ tokens, pepper: first }, request);
}

const throwError = (error: unknown) => {
  throw error;
};

/** A process that was started with these peppers. */
function tokenAuthenticator(peppers: Peppers, openDirectory: OpenDirectory = database.openDirectory) {
  return createTokenAuthenticator({ openDirectory, ...peppers, onTouchError: throwError });
}

/** Counts what is asked of the tokens' repository. */
function counted(): { readonly openDirectory: OpenDirectory; readonly calls: (keyof TokenRepository)[] } {
  const calls: (keyof TokenRepository)[] = [];
  const openDirectory: OpenDirectory = (tenantId, options) => {
    const directory = database.openDirectory(tenantId, options);
    const tokens = new Proxy(directory.tokens, {
      get(target, name: keyof TokenRepository) {
        calls.push(name);
        return target[name];
      },
    });
    return { ...directory, tokens };
  };
  return { openDirectory, calls };
}

describe("a pepper is replaced while both are known", () => {
  it("tokens open, and each is digested anew once", async () => {
    const { secret } = await newToken();
    const { openDirectory, calls } = counted();
    const both = tokenAuthenticator({ pepper: second, previousPepper: first }, openDirectory);
    expect(await tokenAuthenticator({ pepper: second })(secret)).toBeUndefined();
    for (let time = 0; time < 3; time++) expect(await both(secret)).toBeDefined();
    await expect.poll(() => tokenAuthenticator({ pepper: second })(secret)).toBeDefined();
    expect(await tokenAuthenticator({ pepper: first })(secret)).toBeUndefined();
    expect(calls).toEqual(["findVerdict", "replaceDigest", "touch"]);
  });

  it("API keys open, and each is digested anew", async () => {
    const { apiKeys } = database.openPlatform();
    const text = mintApiKey();
    await registerApiKey({ apiKeys, pepper: first }, { text, name: "admin" });
    const opens = (peppers: Peppers) =>
      createApiKeyAuthenticator({ apiKeys, ...peppers, onTouchError: throwError })(text);
    expect(await opens({ pepper: second })).toBeUndefined();
    expect(await opens({ pepper: second, previousPepper: first })).toBeDefined();
    await expect.poll(() => opens({ pepper: second })).toBeDefined();
    expect(await opens({ pepper: first })).toBeUndefined();
  });

  it("processes that have them the other way round agree", async () => {
    const { secret } = await newToken();
    expect(await tokenAuthenticator({ pepper: first, previousPepper: second })(secret)).toBeDefined();
    expect(await tokenAuthenticator({ pepper: second, previousPepper: first })(secret)).toBeDefined();
    await expect.poll(() => tokenAuthenticator({ pepper: second })(secret)).toBeDefined();
    expect(await tokenAuthenticator({ pepper: first, previousPepper: second })(secret)).toBeDefined();
  });

  it("a token that was revoked, or has another secret, opens with neither", async () => {
    const { secret, token } = await newToken();
    await admin.query("update tokens set revoked_at = now() where id = $1", [token.id]);
    const { openDirectory, calls } = counted();
    const refused: string[] = [];
    const authenticate = tokenAuthenticator({ pepper: second, previousPepper: first }, openDirectory);
    expect(await authenticate(secret, ({ tokenId }) => refused.push(tokenId))).toBeUndefined();
    expect([calls, refused]).toEqual([["findVerdict"], [token.id]]);
  });
});

describe("without a previous pepper", () => {
  it("a token costs one look and one note of its use, and nothing for a second", async () => {
    const { secret } = await newToken();
    const { openDirectory, calls } = counted();
    const authenticate = tokenAuthenticator({ pepper: first }, openDirectory);
    for (let time = 0; time < 3; time++) expect(await authenticate(secret)).toBeDefined();
    expect(calls).toEqual(["findVerdict", "touch"]);
  });
});

describe("a digest in the database", () => {
  it("that was planted there without the pepper opens nothing", async () => {
    const { secret, token } = await newToken();
    const planted = createHash("sha256").update(secret).digest();
    await admin.query("update tokens set digest = $2 where id = $1", [token.id, planted]);
    expect(await tokenAuthenticator({ pepper: first, previousPepper: second })(secret)).toBeUndefined();
  });
});

describe("the form of a token", () => {
  it("is told from a misspelt one without a look into the database", async () => {
    const { secret } = await newToken();
    const noLook: OpenDirectory = () => throwError(new Error("the database was asked"));
    const authenticate = tokenAuthenticator({ pepper: first }, noLook);
    for (let place = 0; place < secret.length; place++) {
      const flipped = secret.slice(0, place) + (secret[place] === "A" ? "B" : "A") + secret.slice(place + 1);
      expect(await authenticate(flipped)).toBeUndefined();
    }
    await expect(authenticate(secret)).rejects.toThrow("the database was asked");
  });
});
