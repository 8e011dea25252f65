import type { Actor, EventType } from "../event/event.ts";

/** Who did what, when and from where: written with the change it tells of, and never changed. */
export interface AuditEntry extends NewAuditEntry, Provenance {
  /** UUIDv7, so that newer entries have greater ids. */
  readonly id: string;
  /** By the database's clock. */
  readonly recordedAt: Date;
}

export interface NewAuditEntry {
  /** null when nobody could be identified. */
  readonly actor: Actor | null;
  readonly action: AuditAction;
  /** What kind of thing it was done to, as in `user`; null where there is none. */
  readonly resourceType: string | null;
  readonly resourceId: string | null;
  /** The event that tells what changed; null where nothing did. */
  readonly eventId: string | null;
}

/** Where a change comes from. */
export interface Provenance {
  /** Finds the request in the log. */
  readonly requestId: string | null;
  readonly ipAddress: string | null;
}

/** Of what Rollcall does by itself. */
export const noRequest: Provenance = { requestId: null, ipAddress: null };

/** A change's event, a change of API keys, an attempt that was refused, or the end of all that a tenant had. */
export type AuditAction = EventType | (typeof auditOnlyActions)[number];

export const auditOnlyActions = [
  "api_key.created",
  "api_key.rotated",
  "api_key.revoked",
  "authentication.failed",
  "access.denied",
  "tenant.purged",
] as const;
