import { useDatabase } from "@rollcall/test-database";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { scopeRoles } from "../session/scope.ts";

const testDatabase = useDatabase({ locked: true });
const isOnCitus = inject("testDatabase").nodes.length > 1;
const roles = Object.values(scopeRoles);
/** Its keys belong to the deployment, and some of them reach one tenant only. */
const NOT_OF_ONE_TENANT = ["api_keys"];
/** What roles may see of more than one tenant: which tenants there are, and which of them have work. */
const CROSS_TENANT_POLICIES = [
  "deletions: retention",
  "idempotency_keys: retention",
  "outbox: worker",
  "tenants: platform",
  "tenants: retention",
];
const OWN_TENANT = "NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)";

let admin: Client;
beforeAll(async () => {
  admin = new Client(testDatabase.url);
  await admin.connect();
});
afterAll(() => admin.end());

async function column(text: string, values: unknown[] = []): Promise<unknown[]> {
  const { rows } = await admin.query({ text, values, rowMode: "array" });
  return rows.map(([value]) => value);
}

const tenantTables = `
  select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and (c.relname = 'tenants' or exists (select from pg_attribute where attrelid = c.oid and attname = 'tenant_id'))
    and c.relname <> all ('{${NOT_OF_ONE_TENANT.join()}}')`;

/** On a cluster, the tables that lie in shards by tenant, each beside the users of the same tenant. */
const besideUsers = isOnCitus
  ? `select table_name from citus_tables where distribution_column = 'tenant_id'
       and colocation_id = (select colocation_id from citus_tables where table_name = 'users'::regclass)`
  : "select oid from pg_class";

describe("every table of a tenant", () => {
  it("is there", async () => {
    expect((await column(`select relname from (${tenantTables}) t`)).length).toBeGreaterThan(15);
  });

  it("lies where the users of the tenant do; the list of tenants is everywhere", async () => {
    const apart = `select relname from (${tenantTables}) t where relname <> 'tenants' and oid not in (${besideUsers})`;
    expect(await column(apart)).toEqual([]);
  });

  it("is under row-level security, its owner included", async () => {
    const open = `select relname from (${tenantTables}) t where not (relrowsecurity and relforcerowsecurity)`;
    expect(await column(open)).toEqual([]);
  });

  it("has a policy that binds what is read and what is written to one tenant", async () => {
    const unbound = `
      select relname from (${tenantTables}) t where not exists (
        select from pg_policies p where p.tablename = t.relname and p.cmd = 'ALL' and p.permissive = 'PERMISSIVE'
          and right(p.qual, length($1)) = $1 and p.with_check = p.qual
      )`;
    expect(await column(unbound, [OWN_TENANT])).toEqual([]);
  });

  it("has no policy that reaches further, but for those listed here", async () => {
    const further = `
      select tablename || ': ' || policyname from pg_policies
      where right(coalesce(qual, with_check), length($1)) <> $1 or right(coalesce(with_check, qual), length($1)) <> $1
      order by 1`;
    expect(await column(further, [OWN_TENANT])).toEqual(CROSS_TENANT_POLICIES);
    const writing = `
      select tablename || ': ' || policyname from pg_policies
      where tablename || ': ' || policyname = any($1) and cmd <> 'SELECT'`;
    expect(await column(writing, [CROSS_TENANT_POLICIES])).toEqual([]);
  });

  it("has a primary key, and its unique indexes begin with the tenant", async () => {
    const without = `select relname from (${tenantTables}) t
      where not exists (select from pg_index where indrelid = t.oid and indisprimary)`;
    expect(await column(without)).toEqual([]);
    const elsewhere = `
      select i.indexrelid::regclass::text from (${tenantTables}) t join pg_index i on i.indrelid = t.oid and i.indisunique
      join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
      where a.attname <> case t.relname when 'tenants' then 'id' else 'tenant_id' end`;
    expect(await column(elsewhere)).toEqual([]);
    const byExpression = `select i.indexrelid::regclass::text from (${tenantTables}) t
      join pg_index i on i.indrelid = t.oid and i.indisunique and i.indkey[0] = 0`;
    expect(await column(byExpression)).toEqual([]);
  });

  it("refers to rows of its own tenant only: foreign keys are not under row-level security", async () => {
    const references = `
      select k.conname from (${tenantTables}) t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
      join pg_attribute own on own.attrelid = k.conrelid and own.attnum = k.conkey[1]
      join pg_attribute far on far.attrelid = k.confrelid and far.attnum = k.confkey[1]`;
    expect((await column(references)).length).toBeGreaterThan(5);
    const toTenants = "k.confrelid = 'tenants'::regclass";
    expect(
      await column(`${references} where own.attname <> 'tenant_id'
        or far.attname <> case when ${toTenants} then 'id' else 'tenant_id' end`),
    ).toEqual([]);
  });
});

describe("the roles of the application", () => {
  it("cannot do more than they are granted, and own nothing", async () => {
    const strong = `
      select rolname from pg_roles where rolname = any($1)
        and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`;
    expect(await column("select rolname from pg_roles where rolname = any($1)", [roles])).toHaveLength(roles.length);
    expect(await column(strong, [roles])).toEqual([]);
    const nodesLogIn = await column("select distinct rolcanlogin from pg_roles where rolname = any($1)", [roles]);
    expect(nodesLogIn).toEqual([isOnCitus]);
    const owned = `
      select o.relname from (
        select relname, relowner as owner from pg_class union all select proname, proowner from pg_proc
        union all select nspname, nspowner from pg_namespace union all select datname, datdba from pg_database
      ) o join pg_roles r on r.oid = o.owner where r.rolname = any($1)`;
    expect(await column(owned, [roles])).toEqual([]);
    const members = `select m.roleid::regrole::text from pg_auth_members m join pg_roles r on r.oid = m.member
      where r.rolname = any($1)`;
    expect(await column(members, [roles])).toEqual([]);
  });

  it("cannot get round row-level security by functions or views", async () => {
    const definers = "select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace";
    expect(await column(definers)).toEqual([]);
    const views = `
      select relname from pg_class where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace
        and not coalesce(reloptions @> '{security_invoker=true}', false)
        and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')`;
    expect(await column(views)).toEqual([]);
  });

  it.each([
    ["users", "profile"],
    ["users", "user_name"],
    ["users", "profile_key"],
    ["events", "data"],
    ["outbox", "data"],
    ["deletions", "snapshot"],
    ["tokens", "digest"],
    ["idempotency_keys", "answer"],
  ])("do not read %s.%s unless they serve the tenant itself", async (table, name) => {
    const able = await column(
      "select r from unnest($1::text[]) r where has_column_privilege(r, $2::text, $3, 'select')",
      [roles, table, name],
    );
    expect(able).toEqual([scopeRoles.tenant]);
  });
});
