import { queryBuilder } from "../session/query-builder.ts";
import type { Session } from "../session/session.ts";
import type { Ended } from "./number-batch.ts";

/**
 * Begins the next stretch of a tenant's ids where one has ended; a large one with a small one. A small one may have begun
 * there already: nobody has come since.
 */
export async function beginStretches(session: Session, tenantId: string, { level, lastId }: Ended): Promise<void> {
  const levels = level === 0 ? [0] : [0, 1];
  const begun = { tenant_id: tenantId, after_id: lastId, last_id: lastId, users_total: 0, platform_users_total: 0 };
  await session.query(
    queryBuilder
      .insertInto("places")
      .values(levels.map((begunLevel) => ({ ...begun, level: begunLevel })))
      .onConflict((conflict) => conflict.doNothing())
      .compile(),
  );
}
