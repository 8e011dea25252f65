import { type Kysely, sql } from "kysely";
import { DatabaseError, escapeIdentifier } from "pg";
import { scopeRoles } from "../session/scope.ts";
import { loneTransaction } from "./lone-transaction.ts";
import { SetupError } from "./setup-error.ts";

const INSUFFICIENT_PRIVILEGE = "42501";

/**
 * Makes the roles that transactions take on, and lets the user we log in as take them on. Roles belong to the whole
 * server: another database on it may have made them, or be making them at this moment.
 * @throws SetupError when the user may not create roles and they are not there.
 */
export async function ensureRoles(db: Kysely<unknown>, onWaiting: (reason: string) => void): Promise<void> {
  const names = Object.values(scopeRoles);
  try {
    await loneTransaction(db, onWaiting, async (transaction) => {
      for (const name of names) await ensureRole(transaction, name);
    });
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== INSUFFICIENT_PRIVILEGE) throw error;
    const { rows } = await sql<{ user: string; existing: string[] }>`
      select current_user as user, array(select rolname::text from pg_roles) as existing`.execute(db);
    const missing = names.filter((name) => rows[0]?.existing.includes(name) !== true);
    const commands = [
      ...missing.map((name) => `create role ${name} nologin;`),
      `grant ${names.join(", ")} to ${escapeIdentifier(rows[0]?.user ?? "")};`,
    ];
    throw new SetupError(
      `The database user may not take on Rollcall's roles; ask an administrator of the server to run: ${commands.join(" ")}`,
      { cause: error },
    );
  }
}

async function ensureRole(db: Kysely<unknown>, name: string): Promise<void> {
  const { rows } = await sql<{ usable: boolean }>`
    select pg_has_role(current_user, oid, 'member') as usable from pg_roles where rolname = ${name}`.execute(db);
  if (rows[0]?.usable === true) return;
  if (rows.length === 0) {
    await sql`
      do $$ begin
        create role ${sql.id(name)} nologin;
      exception when duplicate_object or unique_violation then
        null;
      end $$`.execute(db);
  }
  await sql`grant ${sql.id(name)} to current_user`.execute(db);
}
