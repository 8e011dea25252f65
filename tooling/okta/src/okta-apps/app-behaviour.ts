import type { OktaApp } from "../report/step.ts";
import type { Scene } from "../stage/scene.ts";
import type { Account, PushedGroup } from "./roster.ts";

export interface MemberChange {
  readonly remove: readonly Account[];
  readonly add: readonly Account[];
}

/** Sends the group's members in place of those the server has. */
type PushNow = (scene: Scene, group: PushedGroup) => Promise<void>;

/** How one kind of Okta app puts an admin's action on the wire. Each method also checks the direct replies. */
export interface AppBehaviour {
  readonly kind: OktaApp;
  /** How this kind writes a space in a query. */
  readonly space: "%20" | "+";
  /** Sends the whole mapped profile of an account (rows 4, 5). */
  updateProfile(scene: Scene, account: Account): Promise<void>;
  /** Sends only these parts of the profile, where the app has "Support PATCH for User" (row 4b). */
  readonly patchProfile?: (scene: Scene, account: Account) => Promise<void>;
  deactivate(scene: Scene, account: Account): Promise<void>;
  reactivate(scene: Scene, account: Account): Promise<void>;
  syncPassword(scene: Scene, account: Account, password: string): Promise<void>;
  /** What follows POST /Groups (rows 12, 12b): the same members once more. */
  fillNewGroup(scene: Scene, group: PushedGroup): Promise<void>;
  changeMembers(scene: Scene, group: PushedGroup, change: MemberChange): Promise<void>;
  /** Push Now, the whole list of members, which may be empty: every way this kind has been seen to send it. */
  readonly pushNow: readonly [PushNow, ...PushNow[]];
  /** Sends the group's current name. */
  rename(scene: Scene, group: PushedGroup): Promise<void>;
}
