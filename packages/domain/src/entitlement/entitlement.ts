/**
 * Something that the platform offers and an identity provider may assign: a role, or any other entitlement. Users
 * carry what they were assigned in their profile's `roles` and `entitlements`, with the id as `value`.
 */
export interface Entitlement extends EntitlementDraft {
  readonly id: string;
  readonly kind: EntitlementKind;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface EntitlementDraft {
  /** Compared folded, unique among the tenant's entitlements of the kind. */
  readonly displayName: string;
  /** What sort of entitlement it is, such as License; null for a role, which is of no other sort. */
  readonly type: string | null;
}

export const entitlementKinds = ["role", "entitlement"] as const;
export type EntitlementKind = (typeof entitlementKinds)[number];

/** Per kind and tenant; all of them are read at once. */
export const MAX_ENTITLEMENTS_PER_KIND = 2_000;
export const MAX_ENTITLEMENT_TYPE_LENGTH = 100;
