import { connectTo, useDatabase } from "@rollcall/test-database";
import { expect, it } from "vitest";
import { scopeRoles } from "../session/scope.ts";

const testDatabase = useDatabase({ locked: true });

/** Neither what an extension made nor, on Citus, what the tables' shards are called. */
const ours = `
  select oid from pg_class where relnamespace = 'public'::regnamespace and relname !~ '_\\d{6,}$'
    and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')`;

/** One line of text per fact, by the catalogue's own words; each is ordered by what it begins with. */
const facts = {
  columns: `
    select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
      || case when a.attcollation <> t.typcollation then ' collate ' || a.attcollation::regcollation else '' end
      || case when a.attnotnull then ' not null' else '' end
      || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
      || coalesce(' statistics ' || nullif(a.attstattarget, -1), '')
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.oid in (${ours}) and c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped`,
  constraints: `
    select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
    from pg_constraint where conrelid in (${ours}) and contype <> 'n'`,
  indexes: "select tablename || ' ' || indexdef from pg_indexes where schemaname = 'public'",
  "options of tables": `
    select relname || coalesce(' (' || array_to_string(reloptions, ', ') || ')', '')
      || case when relrowsecurity then ' row level security' else '' end
      || case when relforcerowsecurity then ' forced' else '' end
    from pg_class where oid in (${ours}) and relkind in ('r', 'p')`,
  policies: `
    select tablename || ' ' || policyname || ' for ' || cmd || ' to ' || array_to_string(roles, ', ')
      || coalesce(' using ' || qual, '') || coalesce(' with check ' || with_check, '')
    from pg_policies where schemaname = 'public'`,
  grants: `
    select grantee || ' ' || table_name || coalesce('.' || column_name, '') || ' ' || string_agg(privilege, ', ' order by privilege)
    from (
      select grantee::text, table_name::text, null as column_name, privilege_type::text as privilege
      from information_schema.role_table_grants
      union
      select c.grantee::text, c.table_name::text, c.column_name::text, c.privilege_type::text
      from information_schema.role_column_grants c
      where not exists (
        select from information_schema.role_table_grants t
        where (t.grantee, t.table_name, t.privilege_type) = (c.grantee, c.table_name, c.privilege_type)
      )
    ) granted
    where grantee = any($1) group by grantee, table_name, column_name`,
  roles: `
    select rolname || case when rolsuper or rolbypassrls or rolcreaterole or rolcreatedb then ' may more' else '' end
    from pg_roles where rolname = any($1)`,
  functions: "select proname || '' from pg_proc where pronamespace = 'public'::regnamespace",
  triggers: `select tgname || ' on ' || tgrelid::regclass from pg_trigger where not tgisinternal and tgrelid in (${ours})`,
  sequences: `select relname || '' from pg_class where oid in (${ours}) and relkind = 'S'`,
} as const;

/** Shows reviewers what migrations do to the schema. After a change of it: vitest run packages/database/src/migration -u */
it("is as schema.txt has it", async () => {
  await using admin = await connectTo(testDatabase.url);
  const sections: string[] = [];
  for (const [title, query] of Object.entries(facts)) {
    const values = query.includes("$1") ? [Object.values(scopeRoles)] : [];
    const lines = (await admin.query(query, values)).flat().map((line) => String(line));
    sections.push([`# ${title}`, ...lines.toSorted()].join("\n"));
  }
  await expect(`${sections.join("\n\n")}\n`).toMatchFileSnapshot("../../schema.txt");
});
