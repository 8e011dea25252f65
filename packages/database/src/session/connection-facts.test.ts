import { createServer, createConnection, type Server, type Socket } from "node:net";
import { once } from "node:events";
import { newId } from "@rollcall/domain";
import { useDatabase } from "@rollcall/test-database";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { queryBuilder } from "./query-builder.ts";
import { transact } from "./session.ts";
import { createSessionPool, type SessionPool } from "./session-pool.ts";

const database = useDatabase();
const timeouts = { statementMs: 12_345 };
let pooler: Server;
let pools: Record<"direct" | "pooled", SessionPool>;

beforeAll(async () => {
  const target = new URL(database.url);
  pooler = createServer((client) => relay(client, createConnection(Number(target.port), target.hostname)));
  await once(pooler.listen(0, "127.0.0.1"), "listening");
  const address = pooler.address();
  const viaPooler = new URL(database.url);
  viaPooler.port = String(typeof address === "object" ? address?.port : "");
  pools = {
    direct: createSessionPool({ databaseUrl: database.url, maxConnections: 1, timeouts }),
    pooled: createSessionPool({ databaseUrl: viaPooler.href, maxConnections: 1, timeouts }),
  };
});
afterAll(async () => {
  await Promise.all(Object.values(pools).map(({ connections }) => connections.end()));
  pooler.close();
});

const TIMEOUT = "select current_setting('statement_timeout') as timeout";
const outside = async (pool: SessionPool) => (await pool.connections.query(TIMEOUT)).rows;
const inside = (pool: SessionPool) =>
  transact(pool, { kind: "tenant", tenantId: newId() }, (session) =>
    session.query(sql`${sql.raw(TIMEOUT)}`.compile(queryBuilder)),
  );

describe("a session", () => {
  it("that is ours alone is given its settings once", async () => {
    expect(await inside(pools.direct)).toEqual([{ timeout: "12345ms" }]);
    expect(await outside(pools.direct)).toEqual([{ timeout: "12345ms" }]);
  });

  it("that a pooler lent is given them for each transaction, and is left as it was", async () => {
    expect(await inside(pools.pooled)).toEqual([{ timeout: "12345ms" }]);
    expect(await outside(pools.pooled)).toEqual([{ timeout: "0" }]);
  });
});

const BACKEND_KEY_DATA = "K".charCodeAt(0);

/** Passes everything on, but tells a number of its own for the server's process, as PgBouncer does. */
function relay(client: Socket, server: Socket): void {
  let isSettled = false;
  client.on("data", (bytes) => server.write(bytes));
  server.on("data", (bytes) => {
    const at = isSettled ? -1 : bytes.indexOf(Buffer.from([BACKEND_KEY_DATA, 0, 0, 0]));
    if (at !== -1) {
      bytes.writeInt32BE(1, at + 5);
      isSettled = true;
    }
    client.write(bytes);
  });
  for (const [one, other] of [
    [client, server],
    [server, client],
  ] as const) {
    one.on("error", () => other.destroy()).on("close", () => other.destroy());
  }
}
