import type { UserDraft } from "@rollcall/domain";

export interface SeededNames {
  readonly givenName: string;
  readonly familyName: string;
  /** What makes them unique. */
  readonly number: string;
}

/** Of this many users one is inactive. */
export const INACTIVE_EVERY = 50;

/** Users in the order of their ids are in no order of their names. */
export const givenNames = ["Zebulon", "Amara", "Yusuf", "Beatriz", "Xiomara", "Chidi", "Wanda", "Dmitri"] as const;
export const familyNames = [
  "Quackenbush",
  "Okonkwo",
  "Bergstrom",
  "Villanueva",
  "Nakamura",
  "Haddad",
  "Petrov",
] as const;

const NUMBER_LENGTH = 8;

/** Of a tenant's n-th user, counted from 1. */
export function seededNames(n: number): SeededNames {
  return {
    givenName: givenNames[(n - 1) % givenNames.length] ?? givenNames[0],
    familyName: familyNames[(n - 1) % familyNames.length] ?? familyNames[0],
    number: String(n).padStart(NUMBER_LENGTH, "0"),
  };
}

/** What an identity provider says of a tenant's n-th user, counted from 1. */
export function seededUser(n: number): UserDraft {
  const { givenName, familyName, number } = seededNames(n);
  const userName = `${givenName}.${familyName}.${number}@example.com`;
  return {
    userName,
    externalId: `00u${number}`,
    active: n % INACTIVE_EVERY !== 0,
    profile: {
      name: { givenName, familyName },
      emails: [{ primary: true, value: userName, type: "work" }],
      phoneNumbers: [{ primary: true, value: `+1 555 ${number}`, type: "work" }],
      displayName: `${givenName} ${familyName}`,
      title: "Systems Analyst",
      locale: "en-US",
      enterprise: {
        employeeNumber: number,
        costCenter: "4130",
        department: "Information Technology",
        manager: { value: "900001", displayName: "Morgan Lee" },
      },
    },
  };
}
