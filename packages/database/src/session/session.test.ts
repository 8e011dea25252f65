import { newId } from "@rollcall/domain";
import { connectTo, useDatabase } from "@rollcall/test-database";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { queryBuilder } from "./query-builder.ts";
import { type Session, transact } from "./session.ts";
import { createSessionPool, type SessionPool } from "./session-pool.ts";

const testDatabase = useDatabase({ locked: true });
let pool: SessionPool;

beforeAll(() => {
  pool = createSessionPool({ databaseUrl: testDatabase.url, maxConnections: 1 });
});
afterAll(() => pool.connections.end());

const scope = () => ({ kind: "tenant", tenantId: newId() }) as const;
const ask = async <TRow>(session: Session, words: ReturnType<typeof sql<TRow>>) =>
  await session.query(words.compile(queryBuilder));

describe("a transaction", () => {
  it("takes on the role and the tenant, and leaves neither behind", async () => {
    const tenant = scope();
    const inside = await transact(pool, tenant, (session) =>
      ask(session, sql`select current_user as role, current_setting('app.tenant_id') as tenant`),
    );
    expect(inside).toEqual([{ role: "rollcall_app", tenant: tenant.tenantId }]);
    const { rows } = await pool.connections.query(
      "select current_user = session_user as same, current_setting('app.tenant_id', true) as tenant",
    );
    expect(rows).toEqual([{ same: true, tenant: "" }]);
  });

  it("sees nothing of another tenant even without a condition, and cannot write there", async () => {
    const other = newId();
    const rows = await transact(pool, scope(), (session) => ask(session, sql`select * from users`));
    expect(rows).toEqual([]);
    const foreign = transact(pool, scope(), (session) =>
      ask(session, sql`insert into feeds (tenant_id) values (${other})`),
    );
    await expect(foreign).rejects.toMatchObject({ code: "42501" });
  });

  it("that loses its connection says that the directory is unavailable, and the next one works", async () => {
    for (let attempt = 0; attempt < 3; attempt++) {
      const lost = transact(pool, { kind: "platform" }, async (session) => {
        const [row] = await ask(session, sql<{ pid: number }>`select pg_backend_pid() as pid`);
        await terminate(row?.pid ?? 0);
        return await ask(session, sql`select 1`);
      });
      await expect(lost).rejects.toMatchObject({ refusal: { code: "unavailable" } });
      await expect(transact(pool, scope(), (session) => ask(session, sql`select 1 as one`))).resolves.toEqual([
        { one: 1 },
      ]);
    }
  });

  it("is run again as a whole after a serialization failure, and gives up in the end", async () => {
    let attempts = 0;
    const failing = transact(pool, scope(), async (session) => {
      attempts++;
      return await ask(session, sql`do $$ begin raise exception 'again' using errcode = '40001'; end $$`);
    });
    await expect(failing).rejects.toMatchObject({ refusal: { code: "unavailable" } });
    expect(attempts).toBe(10);
  });
});

async function terminate(pid: number): Promise<void> {
  await using admin = await connectTo(testDatabase.url);
  await admin.query("select pg_terminate_backend($1::integer)", [pid]);
}
