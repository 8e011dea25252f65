import { SCHEMA_GROUP } from "../urns.ts";
import type { SchemaDefinition } from "./definition.ts";

/**
 * The Group resource (RFC 7643 §4.2, characteristics of §8.7.1). Stricter than the standard in one
 * point: names are unique, for identity providers find a group by its name.
 */
export const groupSchema = {
  id: SCHEMA_GROUP,
  name: "Group",
  description: "A group of people and groups.",
  attributes: [
    {
      name: "displayName",
      description: "The name of the group.",
      required: true,
      uniqueness: "server",
    },
    {
      name: "members",
      description: "Who belongs to the group.",
      type: "complex",
      multiValued: true,
      subAttributes: [
        { name: "value", description: "The member's id.", mutability: "immutable" },
        {
          name: "$ref",
          description: "The member's URI.",
          type: "reference",
          referenceTypes: ["User", "Group"],
          mutability: "immutable",
        },
        {
          name: "type",
          description: "Whether the member is a person or a group.",
          canonicalValues: ["User", "Group"],
          mutability: "immutable",
        },
        { name: "display", description: "The member's name.", mutability: "readOnly" },
      ],
    },
  ],
} as const satisfies SchemaDefinition;
