import type { TokenIdentity } from "@rollcall/domain";
import { createGate, createRateLimiter } from "@rollcall/http";
import type { TrafficLimits } from "./limits.ts";

/** What keeps tenants from slowing each other down. */
export interface Traffic {
  /** Counts requests of a connection and its tenant. @throws OverloadError `rate_limited` above a limit. */
  count(identity: TokenIdentity, requests?: number): Promise<void>;
  /** Does the work when it is the tenant's turn. @throws OverloadError when that takes too long. */
  takeTurn<TResult>(identity: TokenIdentity, work: () => Promise<TResult>): Promise<TResult>;
}

export function createTraffic(limits: TrafficLimits): Traffic {
  const ofTenants = createRateLimiter(limits.tenantRequestsPerMinute);
  const ofConnections = createRateLimiter(limits.connectionRequestsPerMinute);
  const gate = createGate(limits);
  return {
    async count({ tenantId, connection }, requests) {
      // What a connection is refused does not count against the others of its tenant.
      await ofConnections.count(connection.id, requests);
      await ofTenants.count(tenantId, requests);
    },
    takeTurn: ({ tenantId }, work) => gate.run(tenantId, work),
  };
}
