import { type User, type UserProfile, userText } from "@rollcall/domain";
import { project, readProjection, userType } from "@rollcall/scim";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { userToJson } from "./user-to-json.ts";
import { userToScim } from "./user-to-scim.ts";

const BASE_URL = 'https://scim.example.com/"quoted"';
const text = fc.string({ unit: "binary" }).filter((value) => !value.includes("\0"));
const profile: fc.Arbitrary<UserProfile> = fc.record(
  {
    displayName: text,
    name: fc.record({ givenName: text, familyName: text }, { requiredKeys: [] }),
    emails: fc.array(fc.record({ value: text, type: text, primary: fc.boolean() }), { minLength: 1 }),
    enterprise: fc.record({ department: text, manager: fc.record({ value: text }) }),
  },
  { requiredKeys: [] },
);
const time = fc.date({ min: new Date(0), max: new Date("9999-12-31"), noInvalidDate: true });
const group = fc.record({
  id: fc.uuid(),
  displayName: text,
  type: fc.constantFrom("direct" as const, "indirect" as const),
});
const user: fc.Arbitrary<User> = fc.record({
  id: fc.uuid({ version: 7 }),
  origin: fc.constant("idp" as const),
  connectionId: fc.constant(null),
  userName: text,
  externalId: fc.option(text),
  active: fc.boolean(),
  profile,
  groups: fc.array(group, { maxLength: 3 }),
  version: fc.integer({ min: 1 }),
  createdAt: time,
  updatedAt: time,
});

describe("userToJson", () => {
  it("tells what userToScim does", () => {
    const everything = readProjection(userType, {});
    fc.assert(
      fc.property(user, (each) => {
        const told: unknown = JSON.parse(userToJson({ ...userText(each), extensionsText: null }, BASE_URL));
        expect(told).toEqual(project(everything, userToScim(each, BASE_URL)));
      }),
      { numRuns: 500 },
    );
  });
});
