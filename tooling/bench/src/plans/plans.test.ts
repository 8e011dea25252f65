import { useDatabase } from "@rollcall/test-database";
import { beforeAll, describe, expect, it } from "vitest";
import { nodesOf, type PlanNode } from "./plan-node.ts";
import { type PlanMode, recordPlans } from "./plan-recorder.ts";
import { labelOf } from "./render-plans.ts";
import { statementNames } from "./statement-names.ts";
import { touchedRows } from "./touched-rows.ts";
import { type Operation, walkPorts } from "./walk.ts";
import { createWorld } from "./world.ts";

/** Enough that whoever reads all of a tenant stands out. */
const SIZE = { users: 20_000, largeGroupMembers: 10_000, smallGroups: 20, smallTenants: 50 };
/** A page of lists is 100 here, and a look-up gives up at a thousand. */
const MAX_TOUCHED_ROWS = 1_001;
/** Tables that grow with the tenant; the others are so small here that any way to read them is right. */
const GROWING = ["users", "memberships", "events", "outbox", "audit_entries"];

/** What reads more, in one of the two ways, and why. The list should only become shorter. */
const READS_MORE: Readonly<Record<string, string>> = {
  "users: active eq, a page": "no index: reads on until the page is full",
  "users: active eq, with the total": "no index",
  "users: displayName eq": "no index",
  "users: meta.lastModified gt": "no index",
  "users: free text": "no index",
  "audit: of an actor, with generic plans": "has no name, so it is always planned for its values",
  "schemas: delete": "looks for a user with values of the schema",
};

// Both locks between tenants shape the plans.
const testDatabase = useDatabase({ locked: true });
const recorder = recordPlans();
const operations: Record<PlanMode, Operation[]> = { generic: [], custom: [] };

beforeAll(async () => {
  const databaseUrl = testDatabase.url;
  const world = await createWorld(databaseUrl, SIZE);
  for (const mode of ["generic", "custom"] as const) {
    operations[mode] = await walkPorts({ databaseUrl, world, mode, recorder });
  }
}, 300_000);

describe.each(["generic", "custom"] as const)("with %s plans", (mode) => {
  it("nothing reads more rows of a tenant than a page has, but what is listed", () => {
    const hungry = operations[mode]
      .map(({ name, plans }) => ({ name, rows: Math.max(0, ...plans.map(({ plan }) => touchedRows(plan, GROWING))) }))
      .filter(({ rows }) => rows > MAX_TOUCHED_ROWS)
      .filter(({ name }) => !(name in READS_MORE || `${name}, with ${mode} plans` in READS_MORE));
    expect(hungry).toEqual([]);
  });

  it("indexes of tenants' tables are asked for the tenant first", () => {
    const inTenant = operations[mode].filter(({ name }) => !FINDS_TENANTS.test(name));
    const asked = inTenant.flatMap(({ name, plans }) =>
      plans.flatMap(({ plan }) =>
        nodesOf(plan)
          .filter(ignoresTenant)
          .map((node) => [name, node["Index Name"]]),
      ),
    );
    expect(asked).toEqual([]);
  });
});

it("every statement that has a name is among them", () => {
  const labels = [...new Set(operations.generic.flatMap(({ plans }) => plans.map(labelOf)))];
  expect(statementNames().filter((name) => !labels.some((label) => name.test(label)))).toEqual([]);
});

/** Looks for tenants, by whichever index. */
const FINDS_TENANTS = /^worker: which tenants/;
/** Of tables that are not by tenant. */
const GLOBAL_INDEXES = new Set(["tenants_pkey", "api_keys_pkey", "api_key_uses_pkey"]);

function ignoresTenant(node: PlanNode): boolean {
  const { "Index Name": index, "Index Cond": condition = "" } = node;
  return index !== undefined && !GLOBAL_INDEXES.has(index) && !condition.includes("tenant_id =");
}
