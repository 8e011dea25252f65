/** One identity provider's set-up of a tenant. Every tenant starts with one. */
export interface Connection {
  readonly id: string;
  readonly name: string;
  readonly identityProvider: IdentityProvider;
  readonly state: ConnectionState;
  /** Whether a group's displayName may be used once only. */
  readonly uniqueGroupNames: boolean;
  readonly unknownMembers: UnknownMembers;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const identityProviders = [
  "okta",
  "entra",
  "onelogin",
  "jumpcloud",
  "ping",
  "google",
  "rippling",
  "other",
] as const;
export type IdentityProvider = (typeof identityProviders)[number];

/** active: reads and writes; paused: the identity provider may read but not write. */
export const connectionStates = ["active", "paused"] as const;
export type ConnectionState = (typeof connectionStates)[number];

/**
 * What becomes of group members that do not exist: refuse: the whole request; skip: those members alone, which are
 * logged. Some identity providers never repeat a refused request.
 */
export const unknownMembersPolicies = ["refuse", "skip"] as const;
export type UnknownMembers = (typeof unknownMembersPolicies)[number];

/** How a connection begins. */
export const defaultConnectionSettings = {
  state: "active",
  uniqueGroupNames: true,
  unknownMembers: "refuse",
} as const satisfies Partial<Connection>;

export const MAX_CONNECTION_NAME_LENGTH = 200;
