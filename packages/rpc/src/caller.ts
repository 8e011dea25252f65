import type { Actor, ApiScope } from "@rollcall/domain";

/** Who calls, whatever the credential was: an API key, a JWT of the platform, or some day a browser session. */
export interface Caller {
  readonly actor: Extract<Actor, { kind: "api_key" | "subject" }>;
  readonly scopes: readonly ApiScope[];
  /** The one tenant it reaches; null: every tenant. */
  readonly tenantId: string | null;
}
