import {
  type ComplexAttribute,
  type ExtensionAttribute,
  type ExtensionSchema,
  MAX_ATTRIBUTE_NAME_LENGTH,
  MAX_ATTRIBUTES_PER_SCHEMA,
  MAX_CANONICAL_VALUE_LENGTH,
  MAX_CANONICAL_VALUES,
  MAX_DESCRIPTION_LENGTH,
  MAX_SCHEMA_NAME_LENGTH,
  MAX_SUB_ATTRIBUTES,
  MAX_URN_LENGTH,
  mutabilities,
  returnedKinds,
  type SimpleAttribute,
  simpleAttributeTypes,
  uniquenesses,
} from "@rollcall/domain";
import { z } from "zod";
import { id } from "./id.ts";
import { instant } from "./instant.ts";
import { text } from "./text.ts";
import type { ShapeOf, Wire } from "./wire.ts";

export const urnInput = text(MAX_URN_LENGTH).meta({
  description: "The schema's URN",
  examples: ["urn:acme:scim:schemas:extension:1.0:User"],
});

const description = z
  .string()
  .max(MAX_DESCRIPTION_LENGTH)
  .refine((value) => !value.includes("\0"), "must not contain the character U+0000")
  .default("");

const characteristics = {
  name: text(MAX_ATTRIBUTE_NAME_LENGTH),
  description,
  multiValued: z.boolean().default(false),
  required: z.boolean().default(false).meta({ description: "Whether a new user must have a value" }),
  mutability: z
    .enum(mutabilities)
    .default("readWrite")
    .meta({ description: "What identity providers may do; writeOnly values are checked and never stored" }),
  returned: z.enum(returnedKinds).default("default").meta({ description: "When identity providers are answered it" }),
};

const simpleAttribute = z
  .strictObject({
    ...characteristics,
    type: z.enum(simpleAttributeTypes),
    caseExact: z.boolean().default(false),
    uniqueness: z.enum(uniquenesses).default("none").meta({ description: "server: among the users of the tenant" }),
    canonicalValues: z.array(text(MAX_CANONICAL_VALUE_LENGTH)).max(MAX_CANONICAL_VALUES).default([]),
  } satisfies ShapeOf<SimpleAttribute>)
  .meta({ id: "SimpleAttribute", description: "An attribute with one value, or a list of them (RFC 7643 §2.3)." });

const complexAttribute = z
  .strictObject({
    ...characteristics,
    type: z.literal("complex"),
    subAttributes: z.array(simpleAttribute).min(1).max(MAX_SUB_ATTRIBUTES),
  } satisfies ShapeOf<ComplexAttribute>)
  .meta({ id: "ComplexAttribute", description: "An attribute with named parts (RFC 7643 §2.3.8)." });

const extensionAttribute = z
  .discriminatedUnion("type", [simpleAttribute, complexAttribute])
  .meta({ id: "ExtensionAttribute", description: "One attribute of an extension schema (RFC 7643 §7)." });

/** What a definition says beside its URN. */
export const schemaDefinition = {
  name: text(MAX_SCHEMA_NAME_LENGTH),
  description,
  attributes: z.array(extensionAttribute).min(1).max(MAX_ATTRIBUTES_PER_SCHEMA),
};

const attributes: z.ZodType<readonly ExtensionAttribute[]> = z.array(extensionAttribute);

export const extensionSchemaSchema = z
  .object({
    id,
    urn: z.templateLiteral(["urn:", z.string()]).meta({ description: "As identity providers name the schema" }),
    name: z.string(),
    description: z.string(),
    attributes,
    createdAt: instant,
    updatedAt: instant,
  } satisfies ShapeOf<Wire<ExtensionSchema>>)
  .meta({
    id: "ExtensionSchema",
    description: "Attributes of users that one tenant has beyond the standard's (RFC 7643 §3.3).",
    examples: [
      {
        id: "01935f24-2222-7333-8444-955566667777",
        urn: "urn:acme:scim:schemas:extension:1.0:User",
        name: "Acme",
        description: "",
        attributes: [
          {
            name: "badge",
            description: "Number of the badge",
            type: "string",
            multiValued: false,
            required: false,
            mutability: "readWrite",
            returned: "default",
            caseExact: false,
            uniqueness: "server",
            canonicalValues: [],
          },
        ],
        createdAt: "2026-02-03T09:30:00.000Z",
        updatedAt: "2026-02-03T09:30:00.000Z",
      },
    ],
  });
