import {
  type Attribute,
  createTenant,
  type Directory,
  groupAttributes,
  type Operator,
  userAttributes,
} from "@rollcall/domain";
import { useDatabase } from "@rollcall/test-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../open-database.ts";
import { operatorsOf } from "./arbitrary-predicate.fixture.ts";

const testDatabase = useDatabase();
let database: Database;
let directory: Directory;

beforeAll(async () => {
  database = openDatabase({ databaseUrl: testDatabase.url });
  const actor = { kind: "system" } as const;
  const { tenant } = await createTenant(database.openPlatform().tenants, {
    name: "A",
    identityProvider: "okta",
    actor,
  });
  directory = database.openDirectory(tenant.id, { sees: "idp" });
});
afterAll(() => database.close());

const everything = { start: { kind: "index", startIndex: 1 }, count: 10, withTotal: true } as const;
const literals = { text: "x", number: 1, boolean: true, time: new Date(), complex: null } as const;

describe.each([
  ["users", userAttributes],
  ["groups", groupAttributes],
] as const)("every attribute of %s", (resource, table) => {
  const entries: [string, Attribute][] = Object.entries(table);

  it.each(entries)("%s stands under its path, and runs with every operator of its type", async (name, attribute) => {
    expect(attribute.path.join(".")).toBe(name);
    const operators: readonly Operator[] = operatorsOf[attribute.type];
    const comparisons = operators.map(
      (operator) => ({ kind: "compare", attribute, operator, value: literals[attribute.type] }) as const,
    );
    for (const where of [{ kind: "present", attribute } as const, ...comparisons]) {
      expect((await directory[resource].list({ ...everything, where })).total).toBe(0);
    }
  });
});
