import type { ScimClient } from "../client/scim-client.ts";
import type { Action } from "../stage/perform.ts";
import type { Stage } from "../stage/stage.ts";

/** What one of Okta's published suites needs to run. */
export interface SuiteRun {
  readonly stage: Stage;
  readonly client: ScimClient;
}

export function suiteAction({ client }: SuiteRun, row: string, action: string): Action {
  return { app: "suite", client, row, action };
}

/** The suites wish every answer this fast; it depends on the machine, so it is only reported. */
export const WISHED_DURATION_MS = 600;
