import type { EventSequencer } from "@rollcall/domain";
import { transact } from "../session/session.ts";
import type { SessionPool } from "../session/session-pool.ts";
import { beginStretches } from "./begin-stretches.ts";
import { numberBatch } from "./number-batch.ts";
import { pendingTenants } from "./pending-tenants.ts";
import { PLACE_SIZES } from "./place-sizes.ts";
import { rebuildPlaces } from "./rebuild-places.ts";
import { takeFeed } from "./take-feed.ts";

export function createEventSequencer(pool: SessionPool, placeSizes = PLACE_SIZES): EventSequencer {
  const batch = numberBatch(placeSizes);
  return {
    pendingTenants: (count) => transact(pool, { kind: "worker" }, (session) => pendingTenants(session, count)),

    async numberEvents(tenantId, count) {
      const scope = { kind: "tenant", tenantId } as const;
      const { numbered, isPlaced } = await transact(pool, scope, async (session) => {
        const [feed] = await session.run(takeFeed, { tenantId });
        // Another worker has it.
        if (feed === undefined) return { numbered: 0, isPlaced: true };
        const { last_sequence: last, placed_sequence: placed } = feed;
        const isPlaced = placed === last;
        const [moved] = await session.run(batch, { tenantId, last, count, isPlaced });
        if (moved === undefined) return { numbered: 0, isPlaced };
        if (moved.ended !== null) await beginStretches(session, tenantId, moved.ended);
        return { numbered: moved.count, isPlaced };
      });
      // Events that wait come first, and get their numbers whatever becomes of this.
      if (!isPlaced && numbered < count) {
        await transact(pool, scope, (session) => rebuildPlaces(session, tenantId, placeSizes));
      }
      return numbered;
    },
  };
}
