import type { UserProfile } from "./user-profile.ts";
import type { User } from "./user.ts";

/** A user as it is passed on and not looked into: the profile is JSON text, its extensions apart from it. */
export interface UserText extends Pick<
  User,
  "id" | "externalId" | "userName" | "active" | "groups" | "version" | "createdAt" | "updatedAt"
> {
  /** Without `enterprise` and `extensions`. */
  readonly profileText: string;
  /** null when the profile has none. */
  readonly enterpriseText: string | null;
  /** null when the profile has none. */
  readonly extensionsText: string | null;
}

/** A user as text. */
export function userText({ profile: { enterprise, extensions, ...profile }, ...user }: User): UserText {
  return {
    ...user,
    profileText: JSON.stringify(profile),
    enterpriseText: enterprise === undefined ? null : JSON.stringify(enterprise),
    extensionsText: extensions === undefined ? null : JSON.stringify(extensions),
  };
}

/** The user of a text. */
export function readUserText({ profileText, enterpriseText, extensionsText, ...user }: UserText) {
  const profile: UserProfile = {
    ...JSON.parse(profileText),
    ...(enterpriseText !== null && { enterprise: JSON.parse(enterpriseText) }),
    ...(extensionsText !== null && { extensions: JSON.parse(extensionsText) }),
  };
  return { ...user, profile };
}
