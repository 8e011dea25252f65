import { compileResourceType, type ResourceOf, type ResourceType, type ResourceTypeDefinition } from "@rollcall/scim";

/** What Okta's entitlement discovery reads: "Build a SCIM 2.0 server with entitlements", its two schemas. */
export const SCHEMA_ROLE = "urn:okta:scim:schemas:core:1.0:Role";
export const SCHEMA_ENTITLEMENT = "urn:okta:scim:schemas:core:1.0:Entitlement";

const displayName = {
  name: "displayName",
  description: "The name shown to those who assign it.",
  required: true,
  mutability: "readOnly",
  uniqueness: "server",
} as const;

const roleDefinition = {
  name: "Role",
  description: "Roles that can be assigned to users.",
  endpoint: "/Roles",
  schema: { id: SCHEMA_ROLE, name: "Role", description: "A role.", attributes: [displayName] },
  extensions: [],
} as const satisfies ResourceTypeDefinition;

const entitlementDefinition = {
  name: "Entitlement",
  description: "Entitlements that can be assigned to users.",
  endpoint: "/Entitlements",
  schema: {
    id: SCHEMA_ENTITLEMENT,
    name: "Entitlement",
    description: "An entitlement that is no role.",
    attributes: [
      displayName,
      {
        name: "type",
        description: "What sort of entitlement it is, such as License.",
        required: true,
        mutability: "readOnly",
      },
    ],
  },
  extensions: [],
} as const satisfies ResourceTypeDefinition;

export type ScimRole = ResourceOf<typeof roleDefinition>;
export type ScimEntitlement = ResourceOf<typeof entitlementDefinition>;

export const roleType: ResourceType<ScimRole> = compileResourceType(roleDefinition);
export const entitlementType: ResourceType<ScimEntitlement> = compileResourceType(entitlementDefinition);
