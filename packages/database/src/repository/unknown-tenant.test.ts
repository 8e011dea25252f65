import { createTenant, newId } from "@rollcall/domain";
import { useDatabase } from "@rollcall/test-database";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../open-database.ts";
import type { Statement } from "../session/statement.ts";
import { groupStatements } from "./group-statements.ts";
import { memberStatements } from "./member-statements.ts";
import { manyGroupLookups } from "./group-lookups.ts";
import { manyUserLookups, userLookups } from "./user-lookups.ts";

const USERS = 4_000;
/** Of 8 KiB, for each row that a statement returns or changes: its index, its table and its foreign keys. */
const MAX_PAGES_PER_ROW = 30;

const testDatabase = useDatabase();
let database: Database;
let admin: Client;
let tenantId: string;
let groupId: string;
let ids: string[];

/** Statistics that know one tenant only, and then a second with thousands of users: Okta's first push. */
beforeAll(async () => {
  database = openDatabase({ databaseUrl: testDatabase.url });
  admin = new Client(testDatabase.url);
  await admin.connect();
  await addTenant(500);
  await admin.query("analyze");
  tenantId = await addTenant(USERS);
  groupId = newId();
  await admin.query(`insert into groups select $1, $2, null, 'idp', null, 'Big', 'big', 'big', 1, now(), now()`, [
    tenantId,
    groupId,
  ]);
  await admin.query(
    `insert into groups select $1, gen_random_uuid(), null, 'idp', 'e' || n, 'g' || n, 'g' || n, 'g' || n, 1, now(), now()
      from generate_series(1, $2::int) n`,
    [tenantId, USERS],
  );
  await admin.query("insert into memberships select tenant_id, $2, id from users where tenant_id = $1", [
    tenantId,
    groupId,
  ]);
  const { rows } = await admin.query("select id from users where tenant_id = $1 order by id limit 50", [tenantId]);
  ids = rows.map((row) => row.id);
});
afterAll(async () => {
  await admin.end();
  await database.close();
});

async function addTenant(users: number): Promise<string> {
  const actor = { kind: "system" } as const;
  const { tenant } = await createTenant(database.openPlatform().tenants, {
    name: "Acme",
    identityProvider: "okta",
    actor,
  });
  await admin.query(
    `insert into users select $1, gen_random_uuid(), null, 'idp', 'e' || n, 'u' || n, 'u' || n, array['u' || n], true,
      '{}', '{}', 1, now(), now() from generate_series(1, $2::int) n`,
    [tenant.id, users],
  );
  return tenant.id;
}

/** How many pages a statement touches; what it writes is undone. */
async function pagesOf<TParams>(statement: Statement<TParams, unknown>, params: TParams): Promise<number> {
  await admin.query("begin");
  const { rows } = await admin.query({
    text: `explain (analyze, buffers, format json) ${statement.text}`,
    values: statement.values(params),
  });
  await admin.query("rollback");
  const plan = rows[0]["QUERY PLAN"][0].Plan;
  return plan["Shared Hit Blocks"] + plan["Shared Read Blocks"];
}

describe("in a tenant that the statistics do not know", () => {
  const [first, many] = [() => ids[0] ?? "", () => ids];
  const caller = () => ({ tenantId, sees: "idp" }) as const;
  const texts = (letter: string) => Array.from({ length: 50 }, (_, index) => `${letter}${index + 1}`);

  it.each<[string, number, () => Promise<number>]>([
    ["a user is read by id", 1, () => pagesOf(userLookups.user.id, { ...caller(), value: first() })],
    ["a user is found by userName", 1, () => pagesOf(userLookups.user.userName, { ...caller(), value: "u7" })],
    ["a user is found by externalId", 1, () => pagesOf(userLookups.user.externalId, { ...caller(), value: "e7" })],
    ["users are looked up by id", 50, () => pagesOf(manyUserLookups.id, { ...caller(), values: many() })],
    [
      "users are looked up by userName",
      50,
      () => pagesOf(manyUserLookups.userName, { ...caller(), values: texts("u") }),
    ],
    [
      "users are looked up by externalId",
      50,
      () => pagesOf(manyUserLookups.externalId, { ...caller(), values: texts("e") }),
    ],
    ["users are looked up by email", 50, () => pagesOf(manyUserLookups.email, { ...caller(), values: texts("u") })],
    ["groups are looked up by id", 50, () => pagesOf(manyGroupLookups.id, { ...caller(), values: many() })],
    [
      "groups are looked up by displayName",
      50,
      () => pagesOf(manyGroupLookups.displayName, { ...caller(), values: texts("g") }),
    ],
    [
      "groups are looked up by externalId",
      50,
      () => pagesOf(manyGroupLookups.externalId, { ...caller(), values: texts("e") }),
    ],
    ["users are locked to become members", 50, () => pagesOf(groupStatements.lockUsers, { ...caller(), ids: many() })],
    ["users become members", 50, () => pagesOf(groupStatements.addUsers, { tenantId, groupId, ids: many() })],
    ["a member is removed", 1, () => pagesOf(groupStatements.removeOne, { tenantId, groupId, id: first() })],
    [
      "members are read",
      100,
      () => pagesOf(memberStatements.page, { ...caller(), groupId, afterId: null, count: 100 }),
    ],
  ])("%s without reading the rest", async (_, rows, pages) => {
    expect(await pages()).toBeLessThan(rows * MAX_PAGES_PER_ROW);
  });
});
