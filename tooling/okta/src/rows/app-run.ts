import type { AppBehaviour } from "../okta-apps/app-behaviour.ts";
import type { Roster } from "../okta-apps/roster.ts";
import type { ScimClient } from "../client/scim-client.ts";
import type { Company, CompanyGroup, Person } from "../company/company.ts";
import type { Action } from "../stage/perform.ts";
import type { Stage } from "../stage/stage.ts";

/** One Okta app, its company and what it has provisioned so far: what every row of the story needs. */
export interface AppRun {
  readonly app: AppBehaviour;
  readonly client: ScimClient;
  readonly company: Company;
  readonly cast: Cast;
  readonly roster: Roster;
  readonly stage: Stage;
}

/** The people and the group that the single actions of the story are about. */
export interface Cast {
  readonly newcomer: Person;
  readonly changed: Person;
  readonly returning: Person;
  readonly leaver: Person;
  /** Has every person of the company in it. */
  readonly group: CompanyGroup;
}

export function actionOf({ app, client }: AppRun, row: string, action: string): Action {
  return { app: app.kind, client, row, action };
}
