import type { NewAuditEntry, OpenPlatform, Provenance } from "@rollcall/domain";
import type { Logger } from "@rollcall/telemetry";
import { LRUCache } from "lru-cache";

const INTERVAL_MS = 60_000;
const MAX_REMEMBERED = 10_000;

/**
 * Writes what was refused to the deployment's audit log, off the request's path: of one caller, resource and kind of
 * refusal at most one entry a minute, so that nobody can fill the log.
 */
export function createDenialRecorder({ openPlatform, logger }: { openPlatform: OpenPlatform; logger: Logger }) {
  const recorded = new LRUCache<string, true>({ max: MAX_REMEMBERED, ttl: INTERVAL_MS });
  return (entry: NewAuditEntry, provenance: Provenance): void => {
    const key = JSON.stringify([entry.actor, entry.action, entry.resourceType, entry.resourceId]);
    if (recorded.has(key)) return;
    recorded.set(key, true);
    openPlatform(provenance)
      .audit.append(entry)
      .catch((error: unknown) => logger.warn({ err: error }, "could not note a refusal in the audit log"));
  };
}
