import { newId } from "@rollcall/domain";
import { useDatabase } from "@rollcall/test-database";
import fc from "fast-check";
import type { PoolClient } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Step } from "./exchange.ts";
import { createSessionPool, type SessionPool } from "./session-pool.ts";

const database = useDatabase();
let pool: SessionPool;
let client: PoolClient;

beforeAll(async () => {
  pool = createSessionPool({ databaseUrl: database.url, maxConnections: 1 });
  await pool.connections.query("create table notes (id integer primary key, body text)");
});
afterAll(() => pool.connections.end());
beforeEach(async () => {
  client = await pool.connections.connect();
});
afterEach(() => client.release());

const step = (text: string, values: readonly unknown[] = [], name?: string): Step => ({ name, text, values });
const rows = async (...steps: Step[]) => (await pool.exchange(client, steps)).map((outcome) => outcome.rows);

describe("an exchange", () => {
  it("answers every statement with its own rows, the first time and when they are known", async () => {
    const first = step("select $1::integer as a, null as b", [1], "first");
    const second = step("select 'x' as a union all select 'y'", [], "second");
    for (let time = 0; time < 3; time++) {
      expect(await rows(first, second, step("select true as c where false"))).toEqual([
        [{ a: 1, b: null }],
        [{ a: "x" }, { a: "y" }],
        [],
      ]);
    }
  });

  it("is one transaction: what fails undoes what was before it, and is not followed", async () => {
    const insert = (id: number) => step("insert into notes values ($1, 'x')", [id], "note-insert");
    await expect(rows(insert(1), insert(2), insert(1), insert(3))).rejects.toMatchObject({ code: "23505" });
    expect(await rows(step("select * from notes"))).toEqual([[]]);
  });

  it("says what the server did", async () => {
    const outcomes = await pool.exchange(client, [step("begin"), step("select 1"), step("rollback")]);
    expect(outcomes.map(({ tag }) => tag)).toEqual(["BEGIN", "SELECT 1", "ROLLBACK"]);
  });

  it("does not look at what a silent statement answers", async () => {
    const silent = { ...step("select 1 as a", [], "silent"), silent: true };
    for (let time = 0; time < 2; time++) expect(await rows(silent, step("select 2 as b"))).toEqual([[], [{ b: 2 }]]);
  });

  it.each([
    ["cannot be parsed", "select nothing from nowhere", 'relation "nowhere" does not exist'],
    ["fails as it runs", "select 1 / 0", "division by zero"],
  ])("takes up a name again after its statement, or one before it, %s", async (_, failing, reason) => {
    const name = `again-${newId()}`;
    const good = step("select $1::text as a", ["good"], name);
    await expect(rows(step(failing), good)).rejects.toThrow(reason);
    await expect(rows(good, step(failing))).rejects.toThrow(reason);
    expect(await rows(good, good)).toEqual([[{ a: "good" }], [{ a: "good" }]]);
    await expect(rows(step(failing, [], `${name}-bad`))).rejects.toThrow(reason);
    await expect(rows(step(failing, [], `${name}-bad`))).rejects.toThrow(reason);
  });

  it("sends nothing when a value is no parameter, and goes on", async () => {
    const bad = step("select $1::timestamptz as a", [new Date(Number.NaN)], "bad-date");
    await expect(rows(step("select 1 as a"), bad)).rejects.toThrow("Invalid time value");
    expect(await rows(step("select 2 as a"))).toEqual([[{ a: 2 }]]);
  });

  it("waits for the one before it on the same connection", async () => {
    const all = Array.from({ length: 50 }, (_, index) => rows(step("select $1::integer as a", [index], "nth")));
    expect((await Promise.all(all)).flat(2)).toEqual(Array.from({ length: 50 }, (_, a) => ({ a })));
  });

  it("brings values there and back", async () => {
    const text = fc.string({ unit: "binary" }).filter((value) => !value.includes("\0") && value.isWellFormed());
    const values = fc.record({
      text,
      list: fc.array(fc.option(text)),
      bytes: fc.uint8Array().map((bytes) => Buffer.from(bytes)),
      time: fc.date({ min: new Date(0), max: new Date("9999-12-31"), noInvalidDate: true }),
      number: fc.maxSafeInteger(),
      flag: fc.option(fc.boolean()),
      object: fc.dictionary(text, text).map((object) => ({ ...object })),
    });
    const query = `select $1::text as text, $2::text[] as list, $3::bytea as bytes, $4::timestamptz as time,
      $5::bigint as number, $6::boolean as flag, $7::json as object`;
    await fc.assert(
      fc.asyncProperty(values, async (each) => {
        expect(await rows(step(query, Object.values(each), "values"))).toEqual([[each]]);
      }),
      { numRuns: 100 },
    );
  });
});
