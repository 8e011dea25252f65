import { type Kysely, sql } from "kysely";
import { DatabaseError, escapeIdentifier } from "pg";
import { scopeRoles } from "../session/scope.ts";
import { loneTransaction } from "./lone-transaction.ts";
import { isOnCitus } from "./on-citus.ts";
import { SetupError } from "./setup-error.ts";

const INSUFFICIENT_PRIVILEGE = "42501";

/**
 * Makes the roles that transactions take on, and lets the user we log in as take them on. Roles belong to the whole
 * server: another database on it may have made them, or be making them at this moment.
 *
 * Nobody logs in as one of them, but for the nodes of a Citus cluster: they log in to each other under the role that a
 * transaction has taken on. A role has no password, so that it is let in where pg_hba.conf trusts nodes, and nowhere else.
 * @throws SetupError when the user may not create roles and they are not there.
 */
export async function ensureRoles(db: Kysely<unknown>, onWaiting: (reason: string) => void): Promise<void> {
  const names = Object.values(scopeRoles);
  const login = (await isOnCitus(db)) ? "login" : "nologin";
  try {
    await loneTransaction(db, onWaiting, async (transaction) => {
      for (const name of names) await ensureRole(transaction, name, login);
    });
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== INSUFFICIENT_PRIVILEGE) throw error;
    const { rows } = await sql<{ user: string; existing: string[] }>`
      select current_user as user, array(select rolname::text from pg_roles) as existing`.execute(db);
    const existing = rows[0]?.existing ?? [];
    const commands = [
      ...names.filter((name) => !existing.includes(name)).map((name) => `create role ${name} ${login};`),
      ...names
        .filter((name) => existing.includes(name) && login === "login")
        .map((name) => `alter role ${name} login;`),
      `grant ${names.join(", ")} to ${escapeIdentifier(rows[0]?.user ?? "")};`,
    ];
    throw new SetupError(
      `The database user may not take on Rollcall's roles; ask an administrator of the server to run: ${commands.join(" ")}`,
      { cause: error },
    );
  }
}

async function ensureRole(db: Kysely<unknown>, name: string, login: "login" | "nologin"): Promise<void> {
  const { rows } = await sql<{ usable: boolean; may_login: boolean }>`
    select pg_has_role(current_user, oid, 'member') as usable, rolcanlogin as may_login
    from pg_roles where rolname = ${name}`.execute(db);
  const [role] = rows;
  if (role === undefined) {
    await sql`
      do $$ begin
        create role ${sql.id(name)} ${sql.raw(login)};
      exception when duplicate_object or unique_violation then
        null;
      end $$`.execute(db);
  } else if (login === "login" && !role.may_login) {
    await sql`alter role ${sql.id(name)} login`.execute(db);
  }
  if (role?.usable !== true) await sql`grant ${sql.id(name)} to current_user`.execute(db);
}
