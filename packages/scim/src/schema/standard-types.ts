import { enterpriseUserSchema } from "./enterprise-user-schema.ts";
import { groupSchema } from "./group-schema.ts";
import { compileResourceType, type ResourceType } from "./resource-type.ts";
import type { ResourceOf } from "./resource-of.ts";
import type { ResourceTypeDefinition } from "./definition.ts";
import { userSchema } from "./user-schema.ts";

const userDefinition = {
  name: "User",
  description: "People's accounts.",
  endpoint: "/Users",
  schema: userSchema,
  extensions: [{ schema: enterpriseUserSchema, required: false }],
} as const satisfies ResourceTypeDefinition;

const groupDefinition = {
  name: "Group",
  description: "Groups of people and groups.",
  endpoint: "/Groups",
  schema: groupSchema,
  extensions: [],
} as const satisfies ResourceTypeDefinition;

export type ScimUser = ResourceOf<typeof userDefinition>;
export type ScimGroup = ResourceOf<typeof groupDefinition>;

/** User with the enterprise extension (RFC 7643 §4.1, §4.3). */
export const userType: ResourceType<ScimUser> = compileResourceType(userDefinition);

/** Group (RFC 7643 §4.2). */
export const groupType: ResourceType<ScimGroup> = compileResourceType(groupDefinition);
