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
import { text } from "./text.ts";
import type { ShapeOf } from "./wire.ts";

const MAX_TEXT_LENGTH = 10_000;
const MAX_VALUES = 100;

/** Held equal to the domain's model by its types: a missing, additional or differently typed attribute is an error. */
export const userProfileSchema: z.ZodType<UserProfile, UserProfile> = z
  .object({ ...attributesOf("read"), extensions: extensionsOf().exactOptional() } satisfies ShapeOf<UserProfile>)
  .meta({
    id: "UserProfile",
    description: "What is known about a person (RFC 7643 §4.1); what is absent was never said.",
    examples: [{ displayName: "Ada Lovelace", emails: [{ value: "ada@example.com", type: "work", primary: true }] }],
  });

type PlatformProfile = Omit<UserProfile, "extensions">;

/** What the platform may say about a user of its own: everything but the values of extension schemas. */
export const platformProfileSchema: z.ZodType<PlatformProfile, PlatformProfile> = z
  .strictObject(attributesOf("write") satisfies ShapeOf<PlatformProfile>)
  .meta({
    id: "PlatformProfile",
    description: "What the platform says about a person it made itself; unknown attributes are refused.",
    examples: [{ displayName: "Ada Lovelace", emails: [{ value: "ada@example.com", type: "work", primary: true }] }],
  });

/** read: whatever is stored, of whichever version. write: nothing unknown and nothing too long. */
type Use = "read" | "write";

function attributesOf(use: Use) {
  const said = use === "read" ? z.string().exactOptional() : text(MAX_TEXT_LENGTH).exactOptional();
  const list = <TElement extends z.ZodType>(element: TElement) =>
    (use === "read" ? z.array(element) : z.array(element).max(MAX_VALUES)).exactOptional();
  const values = list(profileValueOf(use, said));
  return {
    name: personNameOf(use, said).exactOptional(),
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
    addresses: list(addressOf(use, said)),
    entitlements: values,
    roles: values,
    x509Certificates: values,
    enterprise: enterpriseOf(use, said).exactOptional(),
  };
}

type Said = z.ZodExactOptional<z.ZodString>;

function personNameOf(use: Use, said: Said): z.ZodType<PersonName, PersonName> {
  const shape = {
    formatted: said,
    familyName: said,
    givenName: said,
    middleName: said,
    honorificPrefix: said,
    honorificSuffix: said,
  } satisfies ShapeOf<PersonName>;
  return objectFor(use, shape).meta({ id: modelName("PersonName", use), description: "RFC 7643 §4.1.1, name." });
}

function profileValueOf(use: Use, said: Said): z.ZodType<ProfileValue, ProfileValue> {
  const shape = {
    value: said,
    display: said,
    type: said,
    primary: z.boolean().exactOptional(),
  } satisfies ShapeOf<ProfileValue>;
  const description = "One element of a multi-valued attribute (RFC 7643 §2.4).";
  return objectFor(use, shape).meta({ id: modelName("ProfileValue", use), description });
}

function addressOf(use: Use, said: Said): z.ZodType<Address, Address> {
  const shape = {
    formatted: said,
    streetAddress: said,
    locality: said,
    region: said,
    postalCode: said,
    country: said,
    type: said,
    primary: z.boolean().exactOptional(),
  } satisfies ShapeOf<Address>;
  return objectFor(use, shape).meta({ id: modelName("Address", use), description: "RFC 7643 §4.1.2, addresses." });
}

function enterpriseOf(use: Use, said: Said): z.ZodType<EnterpriseProfile, EnterpriseProfile> {
  const manager: z.ZodType<Manager, Manager> = objectFor(use, {
    value: said,
    $ref: said,
    displayName: said,
  } satisfies ShapeOf<Manager>).meta({
    id: modelName("Manager", use),
    description: "As the identity provider names the manager; need not be a user here.",
  });
  const shape = {
    employeeNumber: said,
    costCenter: said,
    organization: said,
    division: said,
    department: said,
    manager: manager.exactOptional(),
  } satisfies ShapeOf<EnterpriseProfile>;
  return objectFor(use, shape).meta({ id: modelName("EnterpriseProfile", use), description: "RFC 7643 §4.3." });
}

function extensionsOf(): z.ZodType<Extensions, Extensions> {
  return z
    .record(z.string(), z.record(z.string(), json))
    .meta({ id: "Extensions", description: "Values of the tenant's extension schemas, by URN and attribute name." });
}

function objectFor<TShape extends z.ZodRawShape>(use: Use, shape: TShape): z.ZodObject<TShape> {
  return use === "read" ? z.object(shape) : z.strictObject(shape);
}

function modelName(name: string, use: Use): string {
  return use === "read" ? name : `${name}Input`;
}
