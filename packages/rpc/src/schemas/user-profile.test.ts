import type { UserProfile } from "@rollcall/domain";
import { describe, expect, it } from "vitest";
import { userProfileSchema } from "./user-profile.ts";

const values = [{ value: "v", display: "d", type: "work", primary: true }];

/** `Required` makes a new attribute of the domain's an error here until it is added. */
const profile: Required<UserProfile> = {
  name: {
    formatted: "Dr Ada King Lovelace jr",
    familyName: "Lovelace",
    givenName: "Ada",
    middleName: "King",
    honorificPrefix: "Dr",
    honorificSuffix: "jr",
  },
  displayName: "Ada",
  nickName: "A",
  profileUrl: "https://example.com/ada",
  title: "Countess",
  userType: "Employee",
  preferredLanguage: "en-GB",
  locale: "en-GB",
  timezone: "Europe/London",
  emails: values,
  phoneNumbers: values,
  ims: values,
  photos: values,
  addresses: [
    {
      formatted: "1 High Street",
      streetAddress: "High Street",
      locality: "London",
      region: "London",
      postalCode: "1",
      country: "GB",
      type: "work",
      primary: false,
    },
  ],
  entitlements: values,
  roles: values,
  x509Certificates: values,
  enterprise: {
    employeeNumber: "1",
    costCenter: "2",
    organization: "Analytical Engines",
    division: "Programs",
    department: "Loops",
    manager: { value: "charles", $ref: "../Users/charles", displayName: "Charles" },
  },
  extensions: { "urn:acme:1.0:User": { badge: "7", levels: [1, 2], locker: { open: true } } },
};

describe("the profile of a user", () => {
  it("travels whole", () => {
    expect(userProfileSchema.parse(profile)).toEqual(profile);
  });

  it("may be empty", () => {
    expect(userProfileSchema.parse({})).toEqual({});
  });
});
