import type { EventSequencer } from "@rollcall/domain";
import { forEachTenant } from "./for-each-tenant.ts";

const MAX_TENANTS_PER_ROUND = 100;
/** Small enough that a tenant with much to number does not hold up the others, nor a stop. */
const MAX_EVENTS_PER_BATCH = 500;

/**
 * One batch for each tenant that has events without a number.
 * @returns how many events got one; 0 when there are none, or when other workers have all of them in hand
 * @throws AggregateError after the round when tenants could not be numbered; the others have been.
 */
export async function numberPendingEvents(sequencer: EventSequencer, stop: AbortSignal): Promise<number> {
  const pending = await sequencer.pendingTenants(MAX_TENANTS_PER_ROUND);
  return await forEachTenant(pending, (tenantId) => sequencer.numberEvents(tenantId, MAX_EVENTS_PER_BATCH), stop);
}
