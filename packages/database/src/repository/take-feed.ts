import { queryBuilder } from "../session/query-builder.ts";
import { statement } from "../session/statement.ts";

/** Locks a tenant's feed until the transaction ends, so that one numbers at a time; no row while another has it. */
export const takeFeed = statement<{ tenantId: string }>()("feed-take", (param) =>
  queryBuilder
    .selectFrom("feeds")
    .select(["last_sequence", "placed_sequence"])
    .where("tenant_id", "=", param("tenantId"))
    .forUpdate()
    .skipLocked(),
);
