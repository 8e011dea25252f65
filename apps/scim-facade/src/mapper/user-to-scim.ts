import type { User } from "@rollcall/domain";
import { SCHEMA_ENTERPRISE_USER, SCHEMA_USER, type ScimUser } from "@rollcall/scim";
import { versionTag } from "../http/preconditions.ts";

/** A user as a SCIM User resource. The profile has the standard's own shape, so most of it passes through. */
export function userToScim(user: Omit<User, "origin" | "connectionId">, baseUrl: string): ScimUser {
  const { enterprise, extensions = {}, ...profile } = user.profile;
  return {
    schemas: [SCHEMA_USER, ...(enterprise === undefined ? [] : [SCHEMA_ENTERPRISE_USER]), ...Object.keys(extensions)],
    id: user.id,
    ...(user.externalId !== null && { externalId: user.externalId }),
    userName: user.userName,
    ...profile,
    active: user.active,
    ...(enterprise !== undefined && { [SCHEMA_ENTERPRISE_USER]: enterprise }),
    ...extensions,
    ...(user.groups.length > 0 && { groups: groupReferences(user.groups, baseUrl) }),
    meta: {
      resourceType: "User",
      created: user.createdAt.toISOString(),
      lastModified: user.updatedAt.toISOString(),
      location: `${baseUrl}/Users/${user.id}`,
      version: versionTag(user.version),
    },
  };
}

export function groupReferences(groups: User["groups"], baseUrl: string) {
  return groups.map(({ id, displayName, type }) => ({
    value: id,
    $ref: `${baseUrl}/Groups/${id}`,
    display: displayName,
    type,
  }));
}
