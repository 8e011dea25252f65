/** `test-app`: the catalog's "SCIM 2.0 Test App (OAuth Bearer)"; `custom-app`: made with the App Integration Wizard. */
export type OktaApp = "test-app" | "custom-app";

/** Who acts in a step: an Okta app, or the API monitor that runs Okta's published suites. */
export type Actor = OktaApp | "suite";

/** One request and its answer. Holds no header, so never the token; passwords are masked. */
export interface Exchange {
  readonly method: string;
  /** Below the SCIM base URL, with the query as it went over the wire. */
  readonly path: string;
  readonly status: number;
  readonly durationMs: number;
  readonly requestBody?: unknown;
  readonly responseBody?: unknown;
}

/** What Okta needs of a reply, and whether it was so. */
export interface Requirement {
  readonly text: string;
  readonly met: boolean;
  /** What was there instead; only when not met. */
  readonly found?: string;
  /** Set for times, which depend on the machine: reported, never a failure. */
  readonly advisory?: true;
}

/** One admin action: what was asked, answered and required. */
export interface Step {
  readonly app: Actor;
  /** The admin's words, e.g. "Test API Credentials". */
  readonly action: string;
  /** Row of the story, e.g. "2b", or a suite's step, e.g. "SPEC 11". */
  readonly row: string;
  readonly requests: readonly Exchange[];
  readonly requirements: readonly Requirement[];
  /** Set when this step stands for many of one kind that all went well; the lists above are then empty. */
  readonly folded?: { readonly steps: number; readonly requests: number; readonly met: number };
}

export function isFailed(step: Step): boolean {
  return step.requirements.some(isUnmet);
}

export function isUnmet(requirement: Requirement): boolean {
  return !requirement.met && requirement.advisory === undefined;
}
