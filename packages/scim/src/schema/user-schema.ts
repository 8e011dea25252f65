import { SCHEMA_USER } from "../urns.ts";
import type { AttributeDefinition, SchemaDefinition } from "./definition.ts";

/** The User resource (RFC 7643 §4.1, characteristics of §8.7.1). */
export const userSchema = {
  id: SCHEMA_USER,
  name: "User",
  description: "A person's account.",
  attributes: [
    {
      name: "userName",
      description: "Name the person signs in with; unique without regard to case.",
      required: true,
      uniqueness: "server",
    },
    {
      name: "name",
      description: "The parts of the person's name.",
      type: "complex",
      subAttributes: [
        { name: "formatted", description: "The full name, ready for display." },
        { name: "familyName", description: "The family name." },
        { name: "givenName", description: "The given name." },
        { name: "middleName", description: "The middle names." },
        { name: "honorificPrefix", description: "What precedes the name, such as Dr." },
        { name: "honorificSuffix", description: "What follows the name, such as III." },
      ],
    },
    { name: "displayName", description: "The name shown to others." },
    { name: "nickName", description: "The casual name." },
    {
      name: "profileUrl",
      description: "A page about the person.",
      type: "reference",
      referenceTypes: ["external"],
    },
    { name: "title", description: "The job title." },
    { name: "userType", description: "The relation to the organization, such as Contractor." },
    { name: "preferredLanguage", description: "Languages as in an Accept-Language header." },
    { name: "locale", description: "The locale for numbers, dates and currency, such as en-US." },
    { name: "timezone", description: "The time zone as in the IANA database." },
    { name: "active", description: "Whether the account may be used.", type: "boolean" },
    {
      name: "password",
      description: "A new password in clear text; never returned.",
      mutability: "writeOnly",
      returned: "never",
    },
    {
      name: "emails",
      description: "E-mail addresses.",
      type: "complex",
      multiValued: true,
      subAttributes: plural({ name: "value", description: "The address." }, ["work", "home", "other"]),
    },
    {
      name: "phoneNumbers",
      description: "Telephone numbers.",
      type: "complex",
      multiValued: true,
      subAttributes: plural({ name: "value", description: "The number." }, [
        "work",
        "home",
        "mobile",
        "fax",
        "pager",
        "other",
      ]),
    },
    {
      name: "ims",
      description: "Instant messaging addresses.",
      type: "complex",
      multiValued: true,
      subAttributes: plural({ name: "value", description: "The address." }, [
        "aim",
        "gtalk",
        "icq",
        "xmpp",
        "msn",
        "skype",
        "qq",
        "yahoo",
      ]),
    },
    {
      name: "photos",
      description: "Pictures of the person.",
      type: "complex",
      multiValued: true,
      subAttributes: plural(
        {
          name: "value",
          description: "Where the picture is.",
          type: "reference",
          referenceTypes: ["external"],
        },
        ["photo", "thumbnail"],
      ),
    },
    {
      name: "addresses",
      description: "Postal addresses.",
      type: "complex",
      multiValued: true,
      subAttributes: [
        { name: "formatted", description: "The whole address, ready for a label." },
        { name: "streetAddress", description: "Street, house number and the like." },
        { name: "locality", description: "City or locality." },
        { name: "region", description: "State or region." },
        { name: "postalCode", description: "Postal code." },
        { name: "country", description: "Country as an ISO 3166-1 alpha-2 code." },
        {
          name: "type",
          description: "What the address is for.",
          canonicalValues: ["work", "home", "other"],
        },
        { name: "primary", description: "Whether this is the main address.", type: "boolean" },
      ],
    },
    {
      name: "groups",
      description: "The groups the person belongs to; changed through the groups only.",
      type: "complex",
      multiValued: true,
      mutability: "readOnly",
      subAttributes: [
        { name: "value", description: "The group's id.", mutability: "readOnly" },
        {
          name: "$ref",
          description: "The group's URI.",
          type: "reference",
          referenceTypes: ["User", "Group"],
          mutability: "readOnly",
        },
        { name: "display", description: "The group's name.", mutability: "readOnly" },
        {
          name: "type",
          description: "Whether the membership is direct or through another group.",
          canonicalValues: ["direct", "indirect"],
          mutability: "readOnly",
        },
      ],
    },
    {
      name: "entitlements",
      description: "Things the person is entitled to.",
      type: "complex",
      multiValued: true,
      subAttributes: plural({ name: "value", description: "The entitlement." }, []),
    },
    {
      name: "roles",
      description: "Roles the person has.",
      type: "complex",
      multiValued: true,
      subAttributes: plural({ name: "value", description: "The role." }, []),
    },
    {
      name: "x509Certificates",
      description: "Certificates issued to the person.",
      type: "complex",
      multiValued: true,
      subAttributes: plural({ name: "value", description: "The DER certificate in Base64.", type: "binary" }, []),
    },
  ],
} as const satisfies SchemaDefinition;

/** The sub-attributes most multi-valued attributes share (RFC 7643 §2.4). */
function plural<const TValue extends AttributeDefinition, const TTypes extends readonly string[]>(
  value: TValue,
  canonicalValues: TTypes,
) {
  return [
    value,
    { name: "display", description: "The value for people to read." },
    { name: "type", description: "What the value is for.", canonicalValues },
    { name: "primary", description: "Whether this is the main value.", type: "boolean" },
  ] as const;
}
