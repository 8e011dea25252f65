import type { Group, Member, MemberType } from "@rollcall/domain";
import { SCHEMA_GROUP, type ScimGroup } from "@rollcall/scim";
import { versionTag } from "../http/preconditions.ts";

/** A group as a SCIM Group resource; without `members` when they were not asked for. */
export function groupToScim(group: Group, members: readonly Member[] | undefined, baseUrl: string): ScimGroup {
  return {
    schemas: [SCHEMA_GROUP],
    id: group.id,
    ...(group.externalId !== null && { externalId: group.externalId }),
    displayName: group.displayName,
    ...(members !== undefined && { members: members.map((member) => memberToScim(member, baseUrl)) }),
    meta: {
      resourceType: "Group",
      created: group.createdAt.toISOString(),
      lastModified: group.updatedAt.toISOString(),
      location: `${baseUrl}/Groups/${group.id}`,
      version: versionTag(group.version),
    },
  };
}

export function memberToScim({ id, type, display }: Member, baseUrl: string) {
  const { endpoint, name } = memberKinds[type];
  return { value: id, $ref: `${baseUrl}/${endpoint}/${id}`, display, type: name };
}

const memberKinds = {
  user: { endpoint: "Users", name: "User" },
  group: { endpoint: "Groups", name: "Group" },
} as const satisfies Record<MemberType, { endpoint: string; name: string }>;
