import { fold, foldProfile, type User } from "@rollcall/domain";

/** What a write of a user sets. */
export interface UserValues {
  externalId: string | null;
  userName: string;
  userNameKey: string;
  emailKeys: string[];
  active: boolean;
  profile: string;
  profileKey: string;
  updatedAt: Date;
}

export function userValues({ externalId, userName, active, profile, updatedAt }: User): UserValues {
  const emails = (profile.emails ?? []).flatMap(({ value }) => value ?? []);
  return {
    externalId,
    userName,
    userNameKey: fold(userName),
    emailKeys: [...new Set(emails.map(fold))],
    active,
    profile: JSON.stringify(profile),
    profileKey: JSON.stringify(foldProfile(profile)),
    updatedAt,
  };
}
