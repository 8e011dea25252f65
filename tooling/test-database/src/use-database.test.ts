import { expect, it } from "vitest";
import { connectTo } from "./connect-to.ts";
import { useDatabase } from "./use-database.ts";

const database = useDatabase();

it("gives the file an empty database of its own that can be written", async () => {
  await using connection = await connectTo(database.url);
  await connection.query("create table mark ()");
  const [row] = await connection.query("select current_database()");
  expect(row?.[0]).toMatch(/^rollcall_test_[0-9a-f]{8}_[0-9a-f]{8}$/);
});
