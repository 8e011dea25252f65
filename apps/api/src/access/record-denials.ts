import { createOnceAMinute, type NewAuditEntry, type OpenPlatform, type Provenance } from "@rollcall/domain";
import type { Logger } from "@rollcall/telemetry";

/**
 * Writes what was refused to the deployment's audit log, off the request's path: of one caller, resource and kind of
 * refusal at most one entry a minute, so that nobody can fill the log.
 */
export function createDenialRecorder({ openPlatform, logger }: { openPlatform: OpenPlatform; logger: Logger }) {
  const onceAMinute = createOnceAMinute((error) =>
    logger.warn({ err: error }, "could not note a refusal in the audit log"),
  );
  return (entry: NewAuditEntry, provenance: Provenance): void => {
    const key = JSON.stringify([entry.actor, entry.action, entry.resourceType, entry.resourceId]);
    onceAMinute(key, () => openPlatform(provenance).audit.append(entry));
  };
}
