import { queryBuilder } from "../session/query-builder.ts";
import type { Session } from "../session/session.ts";
import { statement } from "../session/statement.ts";

/** Before every tenant. */
const NIL_ID = "00000000-0000-0000-0000-000000000000";

/** Tenants with events that have no number yet, at most `count`. Of one with many it reads few, and goes on behind it. */
export async function pendingTenants(session: Session, count: number): Promise<string[]> {
  const tenants = new Set<string>();
  for (let after = NIL_ID; tenants.size < count;) {
    const rows = await session.run(outboxAfter, { after, count });
    for (const row of rows) tenants.add(row.tenant_id);
    const last = rows.at(-1);
    if (last === undefined || rows.length < count) break;
    after = last.tenant_id;
  }
  return [...tenants].slice(0, count);
}

const outboxAfter = statement<{ after: string; count: number }>()("outbox-after-tenant", (param) =>
  queryBuilder
    .selectFrom("outbox")
    .select("tenant_id")
    .where("tenant_id", ">", param("after"))
    .orderBy("tenant_id")
    .limit(param("count")),
);
