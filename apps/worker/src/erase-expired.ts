import type { DueTenant, RetentionRepository } from "@rollcall/domain";
import { forEachTenant } from "./for-each-tenant.ts";

const MAX_TENANTS_PER_ROUND = 100;
/** Small enough that a tenant with much to erase holds up neither its own requests, nor the others, nor a stop. */
const MAX_ROWS_PER_PIECE = 500;

/**
 * One piece for each tenant that holds something past its time.
 * @returns how much was erased; 0 when nothing is past its time.
 * @throws AggregateError after the round when some of it could not be erased; the rest has been.
 */
export async function eraseExpired(retention: RetentionRepository, stop: AbortSignal): Promise<number> {
  const due = await retention.dueTenants(MAX_TENANTS_PER_ROUND);
  return await forEachTenant(due, (tenant) => erasePiece(retention, tenant), stop);
}

async function erasePiece(retention: RetentionRepository, { tenantId, whole }: DueTenant): Promise<number> {
  if (!whole) {
    const deletions = await retention.purgeDeletions(tenantId, MAX_ROWS_PER_PIECE);
    return deletions + (await retention.purgeIdempotencyKeys(tenantId, MAX_ROWS_PER_PIECE));
  }
  await retention.purgeTenant(tenantId, MAX_ROWS_PER_PIECE);
  return 1;
}
