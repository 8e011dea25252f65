import type { AttributeDefinition } from "./definition.ts";

/** What every resource has, whatever its schema (RFC 7643 §3 and §3.1). */
export const commonAttributes = [
  {
    name: "schemas",
    description: "URNs of the schemas whose attributes the resource holds.",
    type: "reference",
    referenceTypes: ["uri"],
    multiValued: true,
    required: true,
    mutability: "readOnly",
    returned: "always",
  },
  {
    name: "id",
    description: "Identifier given by the service provider; it never changes.",
    caseExact: true,
    mutability: "readOnly",
    returned: "always",
    uniqueness: "server",
  },
  {
    name: "externalId",
    description: "Identifier given by the provisioning client.",
    caseExact: true,
  },
  {
    name: "meta",
    description: "What the service provider knows about the resource itself.",
    type: "complex",
    mutability: "readOnly",
    subAttributes: [
      {
        name: "resourceType",
        description: "Name of the resource type.",
        caseExact: true,
        mutability: "readOnly",
      },
      {
        name: "created",
        description: "When the resource was created.",
        type: "dateTime",
        mutability: "readOnly",
      },
      {
        name: "lastModified",
        description: "When the resource last changed.",
        type: "dateTime",
        mutability: "readOnly",
      },
      {
        name: "location",
        description: "URI of the resource.",
        type: "reference",
        referenceTypes: ["uri"],
        mutability: "readOnly",
      },
      {
        name: "version",
        description: "Version of the resource, equal to its ETag.",
        caseExact: true,
        mutability: "readOnly",
      },
    ],
  },
] as const satisfies readonly AttributeDefinition[];
