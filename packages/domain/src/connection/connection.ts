/** One identity provider's set-up of a tenant. Every tenant starts with one. */
export interface Connection {
  readonly id: string;
  readonly name: string;
  readonly identityProvider: IdentityProvider;
  readonly state: ConnectionState;
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

export const MAX_CONNECTION_NAME_LENGTH = 200;
