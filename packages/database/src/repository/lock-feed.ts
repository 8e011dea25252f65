import { DomainError } from "@rollcall/domain";
import { queryBuilder } from "../session/query-builder.ts";
import type { Session } from "../session/session.ts";

/**
 * Makes rare changes of one tenant wait for each other until the transaction ends, so that what
 * they check still holds when they commit. Locks the one row that each tenant has beside its connections; the sequencer passes over it meanwhile.
 * @throws DomainError `not_found` when there is no such tenant.
 */
export async function lockFeed(session: Session, tenantId: string): Promise<void> {
  const [feed] = await session.query(
    queryBuilder.selectFrom("feeds").select("tenant_id").where("tenant_id", "=", tenantId).forUpdate().compile(),
  );
  if (feed === undefined) throw new DomainError({ code: "not_found", resource: "tenant", id: tenantId });
}
