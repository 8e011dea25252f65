import {
  createToken,
  defineExtensionSchema,
  deleteExtensionSchema,
  deleteTenant,
  newId,
  type SimpleAttribute,
} from "@rollcall/domain";
import { describe, expect, it } from "vitest";
import { actor, addUser, createDirectory } from "./memory.fixture.ts";

describe("the feed", () => {
  it("numbers events without gaps, also past a change that failed", async () => {
    const { directory } = await createDirectory();
    await addUser(directory, { userName: "ada" });
    await addUser(directory, { userName: "ada" }).catch(() => undefined);
    await addUser(directory, { userName: "bob" });
    const events = await directory.events.list({ after: 0, count: 10 });
    expect(events.map(({ sequence, type }) => [sequence, type])).toEqual([
      [1, "tenant.created"],
      [2, "connection.created"],
      [3, "user.created"],
      [4, "user.created"],
    ]);
    expect(await directory.events.list({ after: 2, count: 1, types: ["user.created"] })).toMatchObject([
      { sequence: 3 },
    ]);
  });
});

describe("the audit log", () => {
  it("tells of changes whose provenance is known, newest first", async () => {
    const { tenant, openDirectory } = await createDirectory();
    const directory = openDirectory(tenant.id, { provenance: { requestId: "r1", ipAddress: null } });
    await addUser(directory, { userName: "ada" });
    await addUser(directory, { userName: "bob" });
    const page = await directory.audit.list({ beforeId: undefined, count: 1 });
    expect(page).toMatchObject({
      items: [{ action: "user.created", requestId: "r1" }],
      next: { id: page.items[0]?.id },
    });
    const rest = await directory.audit.list({ beforeId: page.next?.id, count: 10 });
    expect(rest).toMatchObject({ items: [{ action: "user.created" }], next: undefined });
  });
});

describe("a key of a request", () => {
  it("is claimed once, and given back its answer", async () => {
    const { directory } = await createDirectory();
    const { idempotency } = directory;
    const key = { caller: "api_key:1", key: "a" };
    const claim = { ...key, fingerprint: Uint8Array.of(1) };
    expect(await idempotency.claim(claim)).toEqual({ kind: "claimed" });
    expect(await idempotency.claim(claim)).toEqual({ kind: "running" });
    expect(await idempotency.claim({ ...claim, fingerprint: Uint8Array.of(2) })).toEqual({ kind: "mismatch" });
    await idempotency.release(key);
    expect(await idempotency.claim(claim)).toEqual({ kind: "claimed" });
    await idempotency.complete(key, Uint8Array.of(7));
    await idempotency.release(key);
    expect(await idempotency.claim(claim)).toEqual({ kind: "done", answer: Uint8Array.of(7) });
  });
});

describe("tenants", () => {
  it("are listed in pages and keep their state", async () => {
    const { openPlatform, tenant } = await createDirectory();
    const { tenants } = openPlatform();
    await deleteTenant(tenants, { id: tenant.id, actor });
    expect(await tenants.list({ afterId: undefined, count: 1 })).toMatchObject({
      items: [{ id: tenant.id, state: "deleted" }],
      next: undefined,
    });
    await expect(deleteTenant(tenants, { id: newId(), actor })).rejects.toMatchObject({
      refusal: { code: "not_found" },
    });
  });

  it("have at most two live tokens for each connection", async () => {
    const { directory, connection, tenant } = await createDirectory();
    const issuer = { tokens: directory.tokens, pepper: "of the tests" };
    const create = () => createToken(issuer, { tenantId: tenant.id, connectionId: connection.id, name: "Okta", actor });
    await create();
    await create();
    await expect(create()).rejects.toMatchObject({ refusal: { code: "token_limit" } });
  });
});

describe("extension schemas", () => {
  it("keep unique values apart, and stay while a user holds one", async () => {
    const { directory } = await createDirectory();
    const urn = "urn:example:scim:schemas:extension:1.0:User";
    const schema = { urn, name: "Badges", description: "", attributes: [badge] };
    await defineExtensionSchema(directory.extensionSchemas, { schema, actor });
    const profile = { extensions: { [urn]: { badge: "B1" } } };
    await addUser(directory, { userName: "ada", profile });
    await expect(addUser(directory, { userName: "bob", profile })).rejects.toMatchObject({
      refusal: { code: "conflict", attribute: `${urn}:badge` },
    });
    await expect(deleteExtensionSchema(directory.extensionSchemas, { urn, actor })).rejects.toMatchObject({
      refusal: { code: "in_use" },
    });
  });
});

const badge: SimpleAttribute = {
  name: "badge",
  description: "",
  type: "string",
  multiValued: false,
  required: false,
  mutability: "readWrite",
  returned: "default",
  caseExact: false,
  uniqueness: "server",
  canonicalValues: [],
};
