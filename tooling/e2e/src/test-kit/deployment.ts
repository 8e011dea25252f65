import type { Group, User } from "@rollcall/domain";

/** An internal API that a scenario can be played against: the test kit's, or a server's. */
export interface Deployment {
  readonly url: string;
  /** Allowed everything. */
  readonly apiKey: string;
  /** Pushes as the identity provider of the tenant's first connection. */
  provisionUser(tenantId: string, userName: string): Promise<User>;
  provisionGroup(tenantId: string, displayName: string, memberIds: readonly string[]): Promise<Group>;
  /** Numbers all events there are. */
  settle(tenantId: string): Promise<void>;
}
