import {
  type Actor,
  assertPlatformOwned,
  type Directory,
  type Group,
  type MemberChange,
  strictGroupRules,
  updateGroup,
} from "@rollcall/domain";
import { toGroup } from "../../models/to-group.ts";
import { tenantEndpoint, tenantInput } from "../../procedure.ts";
import { groupSchema, memberIds } from "../../schemas/group.ts";
import { id } from "../../schemas/id.ts";
import { ifVersion } from "../../schemas/user.ts";

const memberErrors = ["idp_owned", "version_mismatch"] as const;

/** Memberships of the platform's own groups; members may be users and groups of any origin. */
export const changeMembers = {
  addMembers: tenantEndpoint("groups:write", {
    method: "POST",
    path: "/tenants/{tenantId}/groups/{groupId}/members",
    operationId: "addGroupMembers",
    tag: "Groups",
    summary: "Add members to a group",
    description: "Adds users and groups, all of them or none. Who is a member already stays one.",
    errors: [...memberErrors, "unknown_members"],
  })
    .input(tenantInput({ groupId: id, memberIds, ifVersion }))
    .output(groupSchema)
    .mutation(async ({ ctx, input }) => toGroup(await change(ctx, input, "add"))),

  removeMembers: tenantEndpoint("groups:write", {
    method: "POST",
    path: "/tenants/{tenantId}/groups/{groupId}/members/remove",
    operationId: "removeGroupMembers",
    tag: "Groups",
    summary: "Remove members from a group",
    description: "Ends memberships. Who is no member is passed over.",
    errors: memberErrors,
  })
    .input(tenantInput({ groupId: id, memberIds, ifVersion }))
    .output(groupSchema)
    .mutation(async ({ ctx, input }) => toGroup(await change(ctx, input, "remove"))),

  replaceMembers: tenantEndpoint("groups:write", {
    method: "PUT",
    path: "/tenants/{tenantId}/groups/{groupId}/members",
    operationId: "replaceGroupMembers",
    tag: "Groups",
    summary: "Replace a group's members",
    description: "Makes the group's members exactly these; only the difference is written.",
    errors: [...memberErrors, "unknown_members"],
  })
    .input(tenantInput({ groupId: id, memberIds, ifVersion }))
    .output(groupSchema)
    .mutation(async ({ ctx, input }) => toGroup(await change(ctx, input, "replace"))),
};

interface MembersInput {
  readonly groupId: string;
  readonly memberIds: readonly string[];
  readonly ifVersion?: number | undefined;
}

async function change(
  { directory, actor }: { readonly directory: Directory; readonly actor: Actor },
  { groupId, memberIds, ifVersion }: MembersInput,
  kind: Exclude<MemberChange["kind"], "removeWhere">,
): Promise<Group> {
  return await updateGroup(directory.groups, {
    id: groupId,
    actor,
    ifVersion,
    check: (group) => assertPlatformOwned("group", group),
    change: (group) => group,
    members: [{ kind, ids: memberIds }],
    rules: strictGroupRules,
  });
}
