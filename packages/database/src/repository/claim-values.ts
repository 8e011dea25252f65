import { DomainError, type Extensions, type UniqueValue, uniqueValues } from "@rollcall/domain";
import { sql } from "kysely";
import { queryBuilder } from "../session/query-builder.ts";
import type { Session } from "../session/session.ts";

interface Claim {
  readonly userId: string;
  readonly before: Extensions | undefined;
  readonly after: Extensions | undefined;
}

/**
 * Makes the unique values among a user's extension values its own, and lets go of those it had before.
 * @throws DomainError `conflict` when one is another user's, `contention` when a schema of them is deleted just now.
 */
export async function claimValues(
  session: Session,
  tenantId: string,
  { userId, before = {}, after = {} }: Claim,
): Promise<void> {
  if (Object.keys(before).length + Object.keys(after).length === 0) return;
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

/** Those of the values whose schemas still exist; undefined when none do. The schemas are kept until the transaction ends. */
export async function knownExtensions(
  session: Session,
  tenantId: string,
  extensions: Extensions,
): Promise<Extensions | undefined> {
  const schemas = await lockSchemas(session, tenantId, Object.keys(extensions));
  const known = new Set<string>(schemas.map(({ urn }) => urn));
  const kept = Object.entries(extensions).filter(([urn]) => known.has(urn));
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
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
