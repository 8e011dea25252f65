import type { UserProfile } from "./user-profile.ts";

/** A person, as the identity provider pushed them or as the platform made them itself. */
export interface User extends UserDraft {
  /** UUIDv7 made by the server; it never changes. */
  readonly id: string;
  readonly origin: Origin;
  /** The connection that created the user; null when the platform did. */
  readonly connectionId: string | null;
  /** The groups the user is in: as a member itself, or through a group that is a member. */
  readonly groups: readonly GroupReference[];
  /** Grows by one with every change. */
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What a caller decides about a user; the rest is the server's. */
export interface UserDraft {
  /** As the identity provider spells it; compared folded, unique within the tenant. */
  readonly userName: string;
  /** The identity provider's own id; compared exactly, unique within a connection. */
  readonly externalId: string | null;
  readonly active: boolean;
  readonly profile: UserProfile;
}

export type Origin = "idp" | "platform";

export interface GroupReference {
  readonly id: string;
  readonly displayName: string;
  /** direct, when the user itself is a member. */
  readonly type: "direct" | "indirect";
}
