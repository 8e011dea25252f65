import type { NewEvent } from "@rollcall/domain";
import { queryBuilder } from "../session/query-builder.ts";
import type { Session } from "../session/session.ts";

/** How the tenant's totals change with an event. */
export interface TotalsDelta {
  readonly users?: 1 | -1;
  readonly groups?: 1 | -1;
}

/** Each row takes ten parameters, and a statement at most 65,535. */
const MAX_ROWS_PER_STATEMENT = 1_000;

/** Writes events to the outbox of the session's tenant; `delta` goes with the first of them. */
export async function recordEvents(
  session: Session,
  tenantId: string,
  { events, delta = {} }: { events: readonly NewEvent[]; delta?: TotalsDelta },
): Promise<void> {
  for (let start = 0; start < events.length; start += MAX_ROWS_PER_STATEMENT) {
    const rows = events.slice(start, start + MAX_ROWS_PER_STATEMENT).map((event, index) => ({
      tenant_id: tenantId,
      id: event.id,
      type: event.type,
      resource_type: event.resourceType,
      resource_id: event.resourceId,
      resource_version: event.resourceVersion,
      actor: JSON.stringify(event.actor),
      data: JSON.stringify(event.data),
      users_delta: start + index === 0 ? (delta.users ?? 0) : 0,
      groups_delta: start + index === 0 ? (delta.groups ?? 0) : 0,
    }));
    await session.query(queryBuilder.insertInto("outbox").values(rows).compile());
  }
}
