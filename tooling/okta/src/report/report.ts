import type { OktaApp, Step } from "./step.ts";

export interface ProvisionedUser {
  readonly id: string;
  readonly app: OktaApp;
  readonly active: boolean;
}

export interface ProvisionedGroup {
  readonly id: string;
  readonly app: OktaApp;
  /** Ids of the members, as the last push left them. */
  readonly members: readonly string[];
}

export interface Report {
  /** Every step; bulk steps that went well are folded, failed steps are whole. */
  readonly steps: readonly Step[];
  readonly requests: number;
  readonly met: number;
  readonly unmet: number;
  /** The people of the story, by userName. */
  readonly users: Readonly<Record<string, ProvisionedUser>>;
  /** The pushed groups, by displayName. */
  readonly groups: Readonly<Record<string, ProvisionedGroup>>;
  /** userNames of the "Runscope…" users that Okta's suites create and leave behind. */
  readonly probes: readonly string[];
  readonly durationMs: number;
}
