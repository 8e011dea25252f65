import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * What is due is looked for among all tenants; who erases from one sees that one alone, also where a statement should
 * forget to name it.
 */
export const retentionOfOneTenant: Migration = {
  async up(db) {
    const seen = { deletions: "tenant_id", idempotency_keys: "tenant_id", tenants: "id" };
    for (const [table, key] of Object.entries(seen)) {
      await sql`
        alter policy retention on ${sql.table(table)} using (
          nullif(current_setting('app.tenant_id', true), '') is null
          or ${sql.ref(key)} = nullif(current_setting('app.tenant_id', true), '')::uuid
        )`.execute(db);
    }
  },
};
