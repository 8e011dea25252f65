import { SCHEMA_ENTERPRISE_USER } from "../urns.ts";
import type { SchemaDefinition } from "./definition.ts";

/** The enterprise extension of User (RFC 7643 §4.3, characteristics of §8.7.1). */
export const enterpriseUserSchema = {
  id: SCHEMA_ENTERPRISE_USER,
  name: "EnterpriseUser",
  description: "What an organization knows about a person who works for it.",
  attributes: [
    { name: "employeeNumber", description: "Number or code of the person in the organization." },
    { name: "costCenter", description: "Name of the cost center." },
    { name: "organization", description: "Name of the organization." },
    { name: "division", description: "Name of the division." },
    { name: "department", description: "Name of the department." },
    {
      name: "manager",
      description: "The person's manager.",
      type: "complex",
      subAttributes: [
        { name: "value", description: "The manager's id." },
        {
          name: "$ref",
          description: "The manager's URI.",
          type: "reference",
          referenceTypes: ["User"],
        },
        // Read-only in RFC 7643 §4.3; but the manager need not be a user here, and providers know the name.
        { name: "displayName", description: "The manager's name." },
      ],
    },
  ],
} as const satisfies SchemaDefinition;
