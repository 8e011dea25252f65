import type {
  Address,
  EnterpriseProfile,
  Extensions,
  Manager,
  PersonName,
  ProfileValue,
  UserProfile,
} from "@rollcall/domain";
import { z } from "zod";
import { json } from "./json.ts";
import type { ShapeOf } from "./wire.ts";

const said = z.string().exactOptional();

const personName: z.ZodType<PersonName, PersonName> = z
  .object({
    formatted: said,
    familyName: said,
    givenName: said,
    middleName: said,
    honorificPrefix: said,
    honorificSuffix: said,
  } satisfies ShapeOf<PersonName>)
  .meta({ id: "PersonName", description: "RFC 7643 §4.1.1, name." });

const profileValue: z.ZodType<ProfileValue, ProfileValue> = z
  .object({
    value: said,
    display: said,
    type: said,
    primary: z.boolean().exactOptional(),
  } satisfies ShapeOf<ProfileValue>)
  .meta({ id: "ProfileValue", description: "One element of a multi-valued attribute (RFC 7643 §2.4)." });

const address: z.ZodType<Address, Address> = z
  .object({
    formatted: said,
    streetAddress: said,
    locality: said,
    region: said,
    postalCode: said,
    country: said,
    type: said,
    primary: z.boolean().exactOptional(),
  } satisfies ShapeOf<Address>)
  .meta({ id: "Address", description: "RFC 7643 §4.1.2, addresses." });

const manager: z.ZodType<Manager, Manager> = z
  .object({ value: said, $ref: said, displayName: said } satisfies ShapeOf<Manager>)
  .meta({ id: "Manager", description: "As the identity provider names the manager; need not be a user here." });

const enterprise: z.ZodType<EnterpriseProfile, EnterpriseProfile> = z
  .object({
    employeeNumber: said,
    costCenter: said,
    organization: said,
    division: said,
    department: said,
    manager: manager.exactOptional(),
  } satisfies ShapeOf<EnterpriseProfile>)
  .meta({ id: "EnterpriseProfile", description: "RFC 7643 §4.3." });

const extensions: z.ZodType<Extensions, Extensions> = z
  .record(z.string(), z.record(z.string(), json))
  .meta({ id: "Extensions", description: "Values of the tenant's extension schemas, by URN and attribute name." });

const values = z.array(profileValue).exactOptional();

/** Held equal to the domain's model by its types: a missing, additional or differently typed attribute is an error. */
export const userProfileSchema: z.ZodType<UserProfile, UserProfile> = z
  .object({
    name: personName.exactOptional(),
    displayName: said,
    nickName: said,
    profileUrl: said,
    title: said,
    userType: said,
    preferredLanguage: said,
    locale: said,
    timezone: said,
    emails: values,
    phoneNumbers: values,
    ims: values,
    photos: values,
    addresses: z.array(address).exactOptional(),
    entitlements: values,
    roles: values,
    x509Certificates: values,
    enterprise: enterprise.exactOptional(),
    extensions: extensions.exactOptional(),
  } satisfies ShapeOf<UserProfile>)
  .meta({
    id: "UserProfile",
    description: "What the identity provider says about a person (RFC 7643 §4.1); what is absent was never said.",
    examples: [{ displayName: "Ada Lovelace", emails: [{ value: "ada@example.com", type: "work", primary: true }] }],
  });
