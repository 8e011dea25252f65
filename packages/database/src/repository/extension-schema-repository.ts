import {
  type ExtensionSchemaRepository,
  type ExtensionSchemaTransaction,
  uniqueAttributes,
  type Urn,
} from "@rollcall/domain";
import { sql } from "kysely";
import { queryBuilder } from "../session/query-builder.ts";
import type { Session } from "../session/session.ts";
import { statement } from "../session/statement.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import { extensionSchemaColumns, extensionSchemaFromRow, extensionSchemaValues } from "./extension-schema-row.ts";
import { lockFeed } from "./lock-feed.ts";
import { recordEvents } from "./record-events.ts";

/** The extension schemas of the tenant that `access` is bound to. */
export function createExtensionSchemaRepository(access: TenantAccess): ExtensionSchemaRepository {
  const { tenantId } = access;
  return {
    async list() {
      return (await access.runAlone(ofTenant, { tenantId })).map(extensionSchemaFromRow);
    },

    transact: (work) =>
      access.transact(async (session) => {
        await lockFeed(session, tenantId);
        return await work(extensionSchemaTransaction(session, access));
      }),
  };
}

const ofTenant = statement<{ tenantId: string }>()("extension-schemas", (param) =>
  queryBuilder
    .selectFrom("extension_schemas")
    .select(extensionSchemaColumns)
    .where("tenant_id", "=", param("tenantId"))
    .orderBy("id"),
);

function extensionSchemaTransaction(session: Session, access: TenantAccess): ExtensionSchemaTransaction {
  const { tenantId } = access;
  return {
    async list() {
      return (await session.run(ofTenant, { tenantId })).map(extensionSchemaFromRow);
    },

    async put(schema) {
      const values = extensionSchemaValues(schema);
      await session.query(
        queryBuilder
          .insertInto("extension_schemas")
          .values({ tenant_id: tenantId, id: schema.id, ...values })
          .onConflict((conflict) => conflict.columns(["tenant_id", "id"]).doUpdateSet(values))
          .compile(),
      );
      await releaseValues(
        schema.urn,
        uniqueAttributes(schema).map(({ name }) => name),
      );
    },

    async deleteUnused({ id, urn }) {
      // A user's write keeps the row while it adds values; whoever comes later finds no schema.
      const deleted = queryBuilder
        .deleteFrom("extension_schemas")
        .where("tenant_id", "=", tenantId)
        .where("id", "=", id);
      await session.query(deleted.compile());
      await releaseValues(urn, []);
      const holders = queryBuilder
        .selectFrom("users")
        .select("id")
        .where("tenant_id", "=", tenantId)
        .where(sql<boolean>`profile -> 'extensions' -> ${urn} is not null`)
        .limit(1);
      const [holder] = await session.query(holders.compile());
      return holder === undefined;
    },

    record: (event) => recordEvents(session, access, { events: [event] }),
  };

  /** Lets go of the values of attributes that are unique no more. */
  async function releaseValues(urn: Urn, stillUnique: readonly string[]): Promise<void> {
    const attributes = stillUnique.map((name) => `${urn}:${name}`);
    await session.query(
      queryBuilder
        .deleteFrom("unique_values")
        .where("tenant_id", "=", tenantId)
        .where(sql<boolean>`starts_with(attribute, ${`${urn}:`})`)
        .where(sql<boolean>`attribute <> all (${attributes}::text[])`)
        .compile(),
    );
  }
}
