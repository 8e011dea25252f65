import { DomainError, type Extensions, type UniqueValue, uniqueValues, type User } from "@rollcall/domain";
import { sql } from "kysely";
import { queryBuilder } from "../session/query-builder.ts";
import type { Session } from "../session/session.ts";
import type { Statement } from "../session/statement.ts";
import type { TenantAccess } from "../session/tenant-access.ts";

interface UserWrite<TParams, TRow> {
  readonly statement: Statement<TParams, TRow>;
  readonly params: TParams;
  /** The user as it was; undefined for a new one. */
  readonly current?: User;
  readonly next: User;
  /** Whether the statement's answer says that it wrote. */
  readonly wrote: (rows: TRow[]) => boolean;
}

/**
 * Runs the statement that writes a user. One whose profile holds no extension values, before and after, is written by
 * that statement alone; others in one transaction with the values that must be unique.
 * @returns whether the statement wrote.
 * @throws DomainError `conflict` when a unique extension value is another user's, `contention` when a schema of the
 * values is deleted at the same time.
 */
export async function writeUser<TParams, TRow>(
  access: TenantAccess,
  write: UserWrite<TParams, TRow>,
): Promise<boolean> {
  const { statement, params, current, next, wrote } = write;
  const before = current?.profile.extensions;
  const after = next.profile.extensions;
  if (before === undefined && after === undefined) return wrote(await access.runAlone(statement, params));
  return await access.transact(async (session) => {
    if (!wrote(await session.run(statement, params))) return false;
    await claimValues(session, access.tenantId, { userId: next.id, before, after });
    return true;
  });
}

interface Claim {
  readonly userId: string;
  readonly before: Extensions | undefined;
  readonly after: Extensions | undefined;
}

async function claimValues(session: Session, tenantId: string, { userId, before = {}, after = {} }: Claim) {
  const schemas = await lockSchemas(session, tenantId, [...new Set([...Object.keys(before), ...Object.keys(after)])]);
  const known = new Set<string>(schemas.map(({ urn }) => urn));
  if (!Object.keys(after).every((urn) => known.has(urn))) {
    throw new DomainError({ code: "contention", resource: "user", id: userId });
  }
  const [held, wanted] = [uniqueValues(before, schemas), uniqueValues(after, schemas)];
  if (JSON.stringify(held) === JSON.stringify(wanted)) return;
  await session.query(
    queryBuilder.deleteFrom("unique_values").where("tenant_id", "=", tenantId).where("user_id", "=", userId).compile(),
  );
  if (wanted.length > 0) await insertValues(session, tenantId, { userId, wanted });
}

/** Keeps the schemas from being deleted until the transaction ends; it does not keep others from writing users. */
async function lockSchemas(session: Session, tenantId: string, urns: readonly string[]) {
  return await session.query(
    queryBuilder
      .selectFrom("extension_schemas")
      .select(["urn", "attributes"])
      .where("tenant_id", "=", tenantId)
      .where(sql<boolean>`urn = any(${urns}::text[])`)
      .orderBy("id")
      .forKeyShare()
      .compile(),
  );
}

async function insertValues(
  session: Session,
  tenantId: string,
  { userId, wanted }: { userId: string; wanted: readonly UniqueValue[] },
): Promise<void> {
  const rows = wanted.map(({ attribute, key }) => ({
    tenant_id: tenantId,
    attribute,
    value_key: key,
    user_id: userId,
  }));
  // Not left to the constraint: its error does not tell which of the values is taken.
  const inserted = await session.query(
    queryBuilder
      .insertInto("unique_values")
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .returning(["attribute", "value_key"])
      .compile(),
  );
  const taken = wanted.find(
    ({ attribute, key }) => !inserted.some((row) => row.attribute === attribute && row.value_key === key),
  );
  if (taken !== undefined) {
    throw new DomainError({ code: "conflict", attribute: taken.attribute, value: taken.value });
  }
}
