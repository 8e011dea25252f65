import { createTenant, type IdempotencyStore, newId } from "@rollcall/domain";
import { useDatabase } from "@rollcall/test-database";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../open-database.ts";

const testDatabase = useDatabase();
let database: Database;
let admin: Client;
let store: IdempotencyStore;

beforeAll(async () => {
  database = openDatabase({ databaseUrl: testDatabase.url });
  admin = new Client(testDatabase.url);
  await admin.connect();
  const request = { name: "Acme", identityProvider: "okta", actor: { kind: "system" } } as const;
  const { tenant } = await createTenant(database.openPlatform().tenants, request);
  store = database.openDirectory(tenant.id).idempotency;
});
afterAll(async () => {
  await admin.end();
  await database.close();
});

const newKey = () => ({ caller: "api_key:1", key: newId() });
const question = Buffer.from("question");
const answer = Buffer.from("answer");

async function setBack(key: string, age: string): Promise<void> {
  await admin.query("update idempotency_keys set claimed_at = now() - $2::interval where key = $1", [key, age]);
}

describe("an idempotency key", () => {
  it("is taken once, and then tells what became of the request", async () => {
    const key = newKey();
    const claim = { ...key, fingerprint: question };
    expect(await store.claim(claim)).toEqual({ kind: "claimed" });
    expect(await store.claim(claim)).toEqual({ kind: "running" });
    await store.complete(key, answer);
    expect(await store.claim(claim)).toEqual({ kind: "done", answer });
    expect(await store.claim({ ...key, fingerprint: Buffer.from("another") })).toEqual({ kind: "mismatch" });
  });

  it("is taken by one of twenty requests at once", async () => {
    const claim = { ...newKey(), fingerprint: question };
    const kinds = await Promise.all(Array.from({ length: 20 }, async () => (await store.claim(claim)).kind));
    expect(kinds.filter((kind) => kind === "claimed")).toHaveLength(1);
    expect(kinds.filter((kind) => kind === "running")).toHaveLength(19);
  });

  it("is free again once it is given back, but not once there is an answer", async () => {
    const key = newKey();
    const claim = { ...key, fingerprint: question };
    await store.claim(claim);
    await store.release(key);
    expect(await store.claim(claim)).toEqual({ kind: "claimed" });
    await store.complete(key, answer);
    await store.release(key);
    expect(await store.claim(claim)).toMatchObject({ kind: "done" });
  });

  it.each([
    ["that never ended", false],
    ["that was answered", true],
  ])("of a request %s is taken over after a day, by one", async (_, answered) => {
    const key = newKey();
    const claim = { ...key, fingerprint: question };
    await store.claim(claim);
    if (answered) await store.complete(key, answer);
    await setBack(key.key, "23 hours 59 minutes");
    expect((await store.claim(claim)).kind).toBe(answered ? "done" : "running");
    await setBack(key.key, "24 hours 1 minute");
    const next = { ...key, fingerprint: Buffer.from("another") };
    const kinds = await Promise.all(Array.from({ length: 5 }, async () => (await store.claim(next)).kind));
    expect(kinds.toSorted()).toEqual(["claimed", "running", "running", "running", "running"]);
  });

  it("of another caller, another tenant or the deployment is another", async () => {
    const claim = { ...newKey(), fingerprint: question };
    const others = [database.openDirectory(newId()).idempotency, database.openPlatform().idempotency];
    for (const other of [store, ...others]) expect(await other.claim(claim)).toEqual({ kind: "claimed" });
    expect(await store.claim({ ...claim, caller: "api_key:2" })).toEqual({ kind: "claimed" });
    expect(await database.openPlatform().idempotency.claim(claim)).toEqual({ kind: "running" });
  });
});
