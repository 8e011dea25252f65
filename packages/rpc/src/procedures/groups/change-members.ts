import { assertPlatformOwned, type MemberChange, strictGroupRules, updateGroup } from "@rollcall/domain";
import type { EndpointOptions } from "../../endpoint.ts";
import type { ErrorCode } from "../../error/error-catalogue.ts";
import { toGroup } from "../../models/to-group.ts";
import { tenantEndpoint, tenantInput } from "../../procedure.ts";
import { groupSchema, memberIds } from "../../schemas/group.ts";
import { id } from "../../schemas/id.ts";
import { ifVersion } from "../../schemas/user.ts";

type Kind = Exclude<MemberChange["kind"], "removeWhere">;

const errorsOf = {
  add: ["idp_owned", "version_mismatch", "unknown_members"],
  remove: ["idp_owned", "version_mismatch"],
  replace: ["idp_owned", "version_mismatch", "unknown_members"],
} as const satisfies Record<Kind, readonly ErrorCode[]>;

/** Memberships of the platform's own groups; members may be users and groups of any origin. */
export const changeMembers = {
  addMembers: membersEndpoint("add", {
    method: "POST",
    path: "/tenants/{tenantId}/groups/{groupId}/members",
    operationId: "addGroupMembers",
    summary: "Add members to a group",
    description: "Adds users and groups, all of them or none. Who is a member already stays one.",
  }),

  removeMembers: membersEndpoint("remove", {
    method: "POST",
    path: "/tenants/{tenantId}/groups/{groupId}/members/remove",
    operationId: "removeGroupMembers",
    summary: "Remove members from a group",
    description: "Ends memberships. Who is no member is passed over.",
  }),

  replaceMembers: membersEndpoint("replace", {
    method: "PUT",
    path: "/tenants/{tenantId}/groups/{groupId}/members",
    operationId: "replaceGroupMembers",
    summary: "Replace a group's members",
    description: "Makes the group's members exactly these; only the difference is written.",
  }),
};

function membersEndpoint(kind: Kind, options: Omit<EndpointOptions, "tag" | "errors">) {
  return tenantEndpoint("groups:write", { ...options, tag: "Groups", errors: errorsOf[kind] })
    .input(tenantInput({ groupId: id, memberIds, ifVersion }))
    .output(groupSchema)
    .mutation(async ({ ctx: { directory, actor }, input: { groupId, memberIds, ifVersion } }) => {
      const group = await updateGroup(directory.groups, {
        id: groupId,
        actor,
        ifVersion,
        check: (current) => assertPlatformOwned("group", current),
        change: (current) => current,
        members: [{ kind, ids: memberIds }],
        rules: strictGroupRules,
      });
      return toGroup(group);
    });
}
