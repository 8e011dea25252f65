import {
  assertPlatformOwned,
  createGroup,
  deleteGroup,
  type Group,
  restoreGroup,
  strictGroupRules,
  updateGroup,
} from "@rollcall/domain";
import { once } from "../../idempotency/once.ts";
import { toDeletion } from "../../models/to-deletion.ts";
import { toGroup } from "../../models/to-group.ts";
import { tenantEndpoint, tenantInput } from "../../procedure.ts";
import { deletedSchema, deletionSchema } from "../../schemas/deletion.ts";
import { groupNameInput, groupSchema, memberIds } from "../../schemas/group.ts";
import { id } from "../../schemas/id.ts";
import { pageInput, pageOf, toPage } from "../../schemas/page.ts";
import { externalIdInput, ifVersion } from "../../schemas/user.ts";

/** What the platform does with groups of its own. Those of an identity provider are changed there. */
export const writeGroups = {
  create: tenantEndpoint("groups:write", {
    method: "POST",
    path: "/tenants/{tenantId}/groups",
    operationId: "createGroup",
    tag: "Groups",
    summary: "Create a group",
    description:
      "Adds a group of the platform's own with its first members, which may be users and groups of any origin. Identity providers do not see it.",
    successStatus: 201,
    errors: ["conflict", "unknown_members"],
  })
    .input(
      tenantInput({
        displayName: groupNameInput,
        externalId: externalIdInput.nullable().default(null),
        memberIds: memberIds.default([]),
      }),
    )
    .output(groupSchema)
    .mutation(
      once(groupSchema, async ({ ctx: { directory, caller }, input: { displayName, externalId, memberIds } }) => {
        const made = { origin: "platform", connectionId: null, actor: caller.actor, rules: strictGroupRules } as const;
        return toGroup(await createGroup(directory.groups, { draft: { displayName, externalId }, memberIds, ...made }));
      }),
    ),

  update: tenantEndpoint("groups:write", {
    method: "PATCH",
    path: "/tenants/{tenantId}/groups/{groupId}",
    operationId: "updateGroup",
    tag: "Groups",
    summary: "Change a group",
    description: "Changes a group of the platform's own. What is not given stays.",
    errors: ["conflict", "idp_owned", "version_mismatch"],
  })
    .input(
      tenantInput({
        groupId: id,
        ifVersion,
        displayName: groupNameInput.optional(),
        externalId: externalIdInput.nullable().optional(),
      }),
    )
    .output(groupSchema)
    .mutation(async ({ ctx: { directory, actor }, input: { groupId, ifVersion, ...given } }) => {
      const group = await updateGroup(directory.groups, {
        id: groupId,
        actor,
        ifVersion,
        check: ofPlatform,
        change: (current) => ({
          displayName: given.displayName ?? current.displayName,
          externalId: given.externalId === undefined ? current.externalId : given.externalId,
        }),
        members: [],
        rules: strictGroupRules,
      });
      return toGroup(group);
    }),

  delete: tenantEndpoint("groups:write", {
    method: "DELETE",
    path: "/tenants/{tenantId}/groups/{groupId}",
    operationId: "deleteGroup",
    tag: "Groups",
    summary: "Delete a group",
    description:
      "Deletes a group of the platform's own; its members stay as they are. It can be restored for 30 days, and its name is free at once.",
    errors: ["idp_owned", "version_mismatch"],
  })
    .input(tenantInput({ groupId: id, ifVersion }))
    .output(deletedSchema)
    .mutation(async ({ ctx: { directory, actor }, input: { groupId, ifVersion } }) => {
      await deleteGroup(directory.groups, { id: groupId, actor, ifVersion, check: ofPlatform });
      return { id: groupId };
    }),

  listDeleted: tenantEndpoint("groups:read", {
    method: "GET",
    path: "/tenants/{tenantId}/deleted-groups",
    operationId: "listDeletedGroups",
    tag: "Groups",
    summary: "List deleted groups",
    description: "Groups that were deleted, by whomever, and can still be restored, in pages.",
  })
    .input(tenantInput(pageInput))
    .output(pageOf(deletionSchema, "DeletedGroupPage"))
    .query(async ({ ctx, input: { cursor, limit } }) => {
      const query = { resourceType: "group", afterId: cursor?.id, count: limit } as const;
      return toPage(await ctx.directory.deletions.list(query), toDeletion);
    }),

  restore: tenantEndpoint("groups:write", {
    method: "POST",
    path: "/tenants/{tenantId}/groups/{groupId}/restore",
    operationId: "restoreGroup",
    tag: "Groups",
    summary: "Restore a group",
    description:
      "Undoes a deletion, whoever deleted it: the group is as it was, one version on, with those of its members that still exist.",
    errors: ["conflict"],
  })
    .input(tenantInput({ groupId: id }))
    .output(groupSchema)
    .mutation(async ({ ctx: { directory, actor }, input }) =>
      toGroup(await restoreGroup(directory.groups, { id: input.groupId, actor })),
    ),
};

function ofPlatform(group: Group): void {
  assertPlatformOwned("group", group);
}
