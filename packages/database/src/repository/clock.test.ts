import {
  createApiKeyAuthenticator,
  createTenant,
  createToken,
  createTokenAuthenticator,
  mintApiKey,
  noRequest,
  registerApiKey,
} from "@rollcall/domain";
import { connectTo, useDatabase } from "@rollcall/test-database";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { type Database, openDatabase } from "../open-database.ts";

const testDatabase = useDatabase();
const actor = { kind: "system" } as const;
const pepper = "p".repeat(32);
const HOUR_MS = 3_600_000;
let database: Database;

beforeAll(() => {
  database = openDatabase({ databaseUrl: testDatabase.url });
});
afterEach(() => vi.useRealTimers());
afterAll(() => database.close());

/** Each is made, and asked for, while the application's clock is right; `expire` moves its end on the database's clock. */
async function issueToken() {
  const { tenant, connection } = await createTenant(database.openPlatform().tenants, {
    name: "Acme",
    identityProvider: "okta",
    actor,
  });
  const { tokens } = database.openDirectory(tenant.id);
  const request = { tenantId: tenant.id, connectionId: connection.id, name: "SCIM", actor };
  const { secret, token } = await createToken({ tokens, pepper }, request);
  const { openDirectory } = database;
  return {
    opens: () => createTokenAuthenticator({ openDirectory, pepper, onTouchError: fail })(secret),
    expire: (interval: string) => setExpiry("tokens", token.id, interval),
  };
}

async function issueApiKey() {
  const { apiKeys } = database.openPlatform(noRequest);
  const text = mintApiKey();
  const id = await registerApiKey({ apiKeys, pepper }, { text, name: "key" });
  return {
    opens: () => createApiKeyAuthenticator({ apiKeys, pepper, onTouchError: fail })(text),
    expire: (interval: string) => setExpiry("api_keys", id, interval),
  };
}

async function setExpiry(table: string, id: string, interval: string): Promise<void> {
  await using admin = await connectTo(testDatabase.url);
  await admin.query(`update ${table} set expires_at = now() + $1::interval where id = $2`, [interval, id]);
}

function fail(error: unknown): never {
  throw error;
}

describe.each([
  ["a token", issueToken],
  ["an API key", issueApiKey],
])("the database's clock decides when %s ends, and not the application's", (_name, issue) => {
  it("which is an hour fast: nothing ends early", async () => {
    const { opens, expire } = await issue();
    await expire("30 minutes");
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + HOUR_MS });
    expect(await opens()).toBeDefined();
  });

  it("which is an hour slow: nothing ends late", async () => {
    const { opens, expire } = await issue();
    await expire("-30 minutes");
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - HOUR_MS });
    expect(await opens()).toBeUndefined();
  });
});
