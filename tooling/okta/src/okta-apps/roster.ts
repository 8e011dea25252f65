import type { Person } from "../company/company.ts";
import { type Scene, SceneEnd } from "../stage/scene.ts";

/** A person the app has provisioned, with the profile Okta last sent. */
export interface Account {
  person: Person;
  readonly id: string;
  active: boolean;
}

/** A group the app has pushed, with the members Okta last sent. */
export interface PushedGroup {
  name: string;
  readonly id: string;
  members: readonly Account[];
}

/** What Okta remembers about the service provider, by Okta id. */
export interface Roster {
  readonly accounts: Map<string, Account>;
  readonly groups: Map<string, PushedGroup>;
}

/** The account of a person. Ends the scene when provisioning had failed: Okta has no id to go on with. */
export function accountOf(scene: Scene, roster: Roster, person: Person): Account {
  const account = roster.accounts.get(person.oktaId);
  if (account) return account;
  scene.require(`${person.userName} was provisioned before`, false);
  throw new SceneEnd(person.userName);
}
