import { newId } from "@rollcall/domain";
import { connectTo, useDatabase } from "@rollcall/test-database";
import { expect, it } from "vitest";
import { openDatabase } from "../open-database.ts";
import { migrate } from "./migrate.ts";

const testDatabase = useDatabase({ migrated: false });
const USERS = 600;

it("finds pages of a directory that was there before: by counting at first, by places once an event is numbered", async () => {
  await migrate({ databaseUrl: testDatabase.url, through: "0006-deletions-by-time" });
  const tenantId = newId();
  await using owner = await connectTo(testDatabase.url);
  await owner.query("insert into tenants (id, name, created_at, updated_at) values ($1, 'Acme', now(), now())", [
    tenantId,
  ]);
  await owner.query("insert into feeds (tenant_id, last_sequence, users_total) values ($1, $2, $2)", [tenantId, USERS]);
  await owner.query(
    `insert into users (tenant_id, id, connection_id, origin, external_id, user_name, user_name_key, email_keys, active,
       profile, profile_key, version, created_at, updated_at)
     select $1, gen_random_uuid(), null, 'idp', null, n::text, n::text, '{}', true, '{}', '{}', 1, now(), now()
     from generate_series(1, $2::integer) n`,
    [tenantId, USERS],
  );
  await migrate({ databaseUrl: testDatabase.url });

  const database = openDatabase({ databaseUrl: testDatabase.url });
  const { users } = database.openDirectory(tenantId);
  const ids = (await owner.query("select id from users where tenant_id = $1 order by id", [tenantId])).flat();
  const expectPage = async (startIndex: number) => {
    const page = await users.list({ start: { kind: "index", startIndex }, count: 50, withTotal: true });
    expect([page.items.map(({ id }) => id), page.total]).toEqual([ids.slice(startIndex - 1, startIndex + 49), USERS]);
  };
  const places = () => owner.query("select level, sum(users_total)::int from places group by level order by level");

  await expectPage(501);
  expect(await places()).toEqual([]);
  await owner.query(
    `insert into outbox (tenant_id, id, type, resource_type, resource_id, actor, data)
     values ($1, $2, 'tenant.updated', 'tenant', $1, '{}', '{}')`,
    [tenantId, newId()],
  );
  expect(await database.sequencer.numberEvents(tenantId, 100)).toBe(1);
  expect(await places()).toEqual([
    [0, USERS],
    [1, USERS],
  ]);
  await expectPage(502);
  await database.close();
});
