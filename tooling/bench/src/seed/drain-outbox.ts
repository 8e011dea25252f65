import type { EventSequencer } from "@rollcall/domain";

const BATCH_SIZE = 1_000;

/** Numbers all events of a tenant, as the worker does; nobody else may be at it. */
export async function drainOutbox(sequencer: EventSequencer, tenantId: string): Promise<void> {
  while ((await sequencer.numberEvents(tenantId, BATCH_SIZE)) > 0);
}
