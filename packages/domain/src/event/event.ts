import type { Group, MemberType } from "../group/group.ts";
import type { Connection } from "../connection/connection.ts";
import type { Entitlement } from "../entitlement/entitlement.ts";
import type { ExtensionSchema } from "../extension-schema/extension-schema.ts";
import type { JsonValue } from "../json/json-value.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { Token } from "../token/token.ts";
import type { User } from "../user/user.ts";

/** One committed change, in a feed that is ordered and without gaps per tenant. */
export interface Event {
  readonly id: string;
  /** 1, 2, 3 … within the tenant. */
  readonly sequence: number;
  readonly type: EventType;
  readonly resourceType: EventResourceType;
  readonly resourceId: string;
  /** The resource's version after the change; null where the resource has none. */
  readonly resourceVersion: number | null;
  readonly actor: Actor;
  /** JSON, as described by `EventData` for the event's type. */
  readonly data: Readonly<Record<string, JsonValue>>;
  /** When the change was written, by the database's clock. */
  readonly recordedAt: Date;
}

/** What each type of event carries. `previous` holds the old values of the attributes that changed. */
export interface EventData {
  "tenant.created": { readonly tenant: Tenant };
  "tenant.updated": { readonly tenant: Tenant };
  "tenant.paused": { readonly tenant: Tenant };
  "tenant.resumed": { readonly tenant: Tenant };
  "tenant.deleted": { readonly tenant: Tenant };
  "tenant.restored": { readonly tenant: Tenant };
  "connection.created": { readonly connection: Connection };
  "connection.updated": { readonly connection: Connection };
  "token.created": { readonly token: Token };
  "token.revoked": { readonly token: Token };
  "user.created": { readonly user: UserSnapshot };
  "user.updated": { readonly user: UserSnapshot; readonly previous: Partial<UserSnapshot> };
  "user.deactivated": { readonly user: UserSnapshot; readonly previous: Partial<UserSnapshot> };
  "user.reactivated": { readonly user: UserSnapshot; readonly previous: Partial<UserSnapshot> };
  /** Ends every membership of the user as well: `groupIds`. */
  "user.deleted": { readonly user: UserSnapshot; readonly groupIds: readonly string[] };
  /** Undoes a deletion; the memberships that could be brought back have events of their own. */
  "user.restored": { readonly user: UserSnapshot };
  /** The copy of a deleted user was erased for good. */
  "user.purged": { readonly userId: string };
  "group.created": { readonly group: Group };
  "group.updated": { readonly group: Group; readonly previous: Partial<Group> };
  /** Ends every membership of the group as well, those in which it is a member too. */
  "group.deleted": { readonly group: Group };
  /** Undoes a deletion; the memberships that could be brought back have events of their own. */
  "group.restored": { readonly group: Group };
  /** The copy of a deleted group was erased for good. */
  "group.purged": { readonly groupId: string };
  "group.member_added": MembershipChanged;
  "group.member_removed": MembershipChanged;
  "schema.defined": { readonly schema: ExtensionSchema };
  "schema.deleted": { readonly schema: ExtensionSchema };
  "entitlement.created": { readonly entitlement: Entitlement };
  "entitlement.updated": { readonly entitlement: Entitlement };
  "entitlement.deleted": { readonly entitlement: Entitlement };
}

export type EventType = keyof EventData;
export const eventResourceTypes = ["tenant", "connection", "token", "user", "group", "schema", "entitlement"] as const;
export type EventResourceType = (typeof eventResourceTypes)[number];
export type UserSnapshot = Omit<User, "groups">;

export interface MembershipChanged {
  readonly groupId: string;
  readonly memberId: string;
  readonly memberType: MemberType;
}

/**
 * Who made the change: an identity provider through its connection, a service with an API key, whoever the platform's
 * own JWT names as its subject, or Rollcall itself.
 */
export type Actor =
  | { readonly kind: "connection"; readonly id: string }
  | { readonly kind: "api_key"; readonly id: string }
  | { readonly kind: "subject"; readonly id: string }
  | { readonly kind: "system" };

export const eventTypes = [
  "tenant.created",
  "tenant.updated",
  "tenant.paused",
  "tenant.resumed",
  "tenant.deleted",
  "tenant.restored",
  "connection.created",
  "connection.updated",
  "token.created",
  "token.revoked",
  "user.created",
  "user.updated",
  "user.deactivated",
  "user.reactivated",
  "user.deleted",
  "user.restored",
  "user.purged",
  "group.created",
  "group.updated",
  "group.deleted",
  "group.restored",
  "group.purged",
  "group.member_added",
  "group.member_removed",
  "schema.defined",
  "schema.deleted",
  "entitlement.created",
  "entitlement.updated",
  "entitlement.deleted",
] as const satisfies readonly EventType[];
