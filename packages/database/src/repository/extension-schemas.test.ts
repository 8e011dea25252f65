import {
  createTenant,
  createUser,
  defineExtensionSchema,
  deleteExtensionSchema,
  deleteUser,
  type Directory,
  MAX_SCHEMAS_PER_TENANT,
  newId,
  type SimpleAttribute,
  updateUser,
} from "@rollcall/domain";
import { useDatabase } from "@rollcall/test-database";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../open-database.ts";

const testDatabase = useDatabase();
const actor = { kind: "system" } as const;
const urn = "urn:acme:scim:schemas:extension:1.0:User";
let database: Database;
let directory: Directory;

beforeAll(() => {
  database = openDatabase({ databaseUrl: testDatabase.url });
});
afterAll(() => database.close());
beforeEach(async () => {
  const { tenant } = await createTenant(database.openPlatform().tenants, {
    name: "Acme",
    identityProvider: "okta",
    actor,
  });
  directory = database.openDirectory(tenant.id);
});

const badge: SimpleAttribute = {
  name: "badge",
  description: "",
  type: "string",
  multiValued: false,
  required: false,
  caseExact: false,
  mutability: "readWrite",
  returned: "default",
  uniqueness: "server",
  canonicalValues: [],
};

const define = (name = urn, attributes = [badge]) =>
  defineExtensionSchema(directory.extensionSchemas, {
    schema: { urn: name, name: "A", description: "", attributes },
    actor,
  });

const add = (userName: string, extension?: { badge: string }) =>
  createUser(directory.users, {
    draft: {
      userName,
      externalId: null,
      active: true,
      profile: extension === undefined ? {} : { extensions: { [urn]: extension } },
    },
    origin: "idp",
    connectionId: null,
    actor,
  });

/** Runs `work` while other transactions can use none of these tables. */
async function withoutTables<TResult>(tables: string, work: () => Promise<TResult>): Promise<TResult> {
  const client = new Client({ connectionString: testDatabase.url });
  await client.connect();
  try {
    await client.query("begin");
    await client.query(`lock table ${tables} in access exclusive mode`);
    return await work();
  } finally {
    await client.end();
  }
}

describe("users without extension values", () => {
  it("are written and read without a look at schemas or unique values", async () => {
    await define();
    await withoutTables("extension_schemas, unique_values", async () => {
      const user = await add("ada");
      const change = (active: boolean) =>
        updateUser(directory.users, { id: user.id, actor, change: (current) => ({ ...current, active }) });
      await change(false);
      await expect(change(true)).resolves.toMatchObject({ version: 3 });
      expect(await directory.users.find(user.id)).toMatchObject({ userName: "ada", active: true });
    });
  });
});

describe("extension schemas", () => {
  it("come back as they were defined, in the order in which they came", async () => {
    const first = await define();
    const second = await define("urn:acme:other");
    const replaced = await define(urn, [badge, { ...badge, name: "note", uniqueness: "none" }]);
    expect(replaced).toMatchObject({ id: first.id, createdAt: first.createdAt });
    expect(await directory.extensionSchemas.list()).toEqual([replaced, second]);
  });

  it("are limited in number, also when many are defined at once, and apart from each other", async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: MAX_SCHEMAS_PER_TENANT + 5 }, (_, n) => define(`urn:acme:schema${n}`)),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(MAX_SCHEMAS_PER_TENANT);
    await deleteExtensionSchema(directory.extensionSchemas, {
      urn: (await directory.extensionSchemas.list())[0]?.urn ?? "",
      actor,
    });
    const [taken] = await directory.extensionSchemas.list();
    for (const twin of [`${taken?.urn}:x`, taken?.urn.replace("acme", "ACME") ?? ""]) {
      await expect(define(twin)).rejects.toMatchObject({ refusal: { code: "invalid_value", attribute: "urn" } });
    }
  });

  it("need a tenant", async () => {
    directory = database.openDirectory(newId());
    await expect(define()).rejects.toMatchObject({ refusal: { code: "not_found", resource: "tenant" } });
  });

  it("are deleted or kept by their users, never between the two", async () => {
    for (let round = 0; round < 10; round++) {
      await define();
      const [deleted, ...added] = await Promise.allSettled([
        deleteExtensionSchema(directory.extensionSchemas, { urn, actor }),
        ...Array.from({ length: 4 }, (_, n) => add(`u${round}-${n}`, { badge: `${round}-${n}` })),
      ]);
      const created = added.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
      expect(created.length === 0 || deleted?.status === "rejected").toBe(true);
      for (const { id } of created) await deleteUser(directory.users, { id, actor });
      if (deleted?.status === "rejected") await deleteExtensionSchema(directory.extensionSchemas, { urn, actor });
    }
  });
});
