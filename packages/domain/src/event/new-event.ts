import { newId } from "../identity/id.ts";
import type { Actor, EventData, EventResourceType, EventType } from "./event.ts";

/** An event about to be written in the transaction of its change; the feed's number comes after the commit. */
export interface NewEvent {
  readonly id: string;
  readonly type: EventType;
  readonly resourceType: EventResourceType;
  readonly resourceId: string;
  readonly resourceVersion: number | null;
  readonly actor: Actor;
  readonly data: unknown;
}

interface Subject<TType extends EventType> {
  readonly id: string;
  readonly version: number | null;
  readonly data: EventData[TType];
}

export function newEvent<TType extends EventType>(type: TType, actor: Actor, subject: Subject<TType>): NewEvent {
  return {
    id: newId(),
    type,
    resourceType: resourceTypes[type],
    resourceId: subject.id,
    resourceVersion: subject.version,
    actor,
    data: subject.data,
  };
}

const resourceTypes = {
  "tenant.created": "tenant",
  "tenant.updated": "tenant",
  "tenant.paused": "tenant",
  "tenant.resumed": "tenant",
  "tenant.deleted": "tenant",
  "tenant.restored": "tenant",
  "connection.created": "connection",
  "connection.updated": "connection",
  "token.created": "token",
  "token.revoked": "token",
  "user.created": "user",
  "user.updated": "user",
  "user.deactivated": "user",
  "user.reactivated": "user",
  "user.deleted": "user",
  "user.restored": "user",
  "user.purged": "user",
  "group.created": "group",
  "group.updated": "group",
  "group.deleted": "group",
  "group.restored": "group",
  "group.purged": "group",
  "group.member_added": "group",
  "group.member_removed": "group",
  "schema.defined": "schema",
  "schema.deleted": "schema",
  "entitlement.created": "entitlement",
  "entitlement.updated": "entitlement",
  "entitlement.deleted": "entitlement",
} as const satisfies Record<EventType, EventResourceType>;
