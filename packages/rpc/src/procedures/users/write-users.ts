import {
  assertPlatformOwned,
  createUser,
  deleteUser,
  restoreUser,
  updateUser,
  type User,
  type UserDraft,
} from "@rollcall/domain";
import { z } from "zod";
import type { EndpointOptions } from "../../endpoint.ts";
import { once } from "../../idempotency/once.ts";
import { toDeletion } from "../../models/to-deletion.ts";
import { toUser } from "../../models/to-user.ts";
import { tenantEndpoint, tenantInput } from "../../procedure.ts";
import { deletedSchema, deletionSchema } from "../../schemas/deletion.ts";
import { id } from "../../schemas/id.ts";
import { pageInput, pageOf, toPage } from "../../schemas/page.ts";
import { externalIdInput, ifVersion, userNameInput, userSchema } from "../../schemas/user.ts";
import { platformProfileSchema } from "../../schemas/user-profile.ts";

const userErrors = ["conflict", "idp_owned", "version_mismatch", "contention"] as const;

/** What the platform does with users of its own. Those of an identity provider are changed there. */
export const writeUsers = {
  create: tenantEndpoint("users:write", {
    method: "POST",
    path: "/tenants/{tenantId}/users",
    operationId: "createUser",
    tag: "Users",
    summary: "Create a user",
    description: "Adds a user of the platform's own. Identity providers do not see it, but its userName is taken.",
    successStatus: 201,
    errors: ["conflict"],
  })
    .input(
      tenantInput({
        userName: userNameInput,
        externalId: externalIdInput.nullable().default(null),
        active: z.boolean().default(true),
        profile: platformProfileSchema.default({}),
      }),
    )
    .output(userSchema)
    .mutation(
      once(userSchema, async ({ ctx: { directory, caller }, input: { tenantId: _, ...draft } }) => {
        const request = { draft, origin: "platform", connectionId: null, actor: caller.actor } as const;
        return toUser(await createUser(directory.users, request));
      }),
    ),

  update: tenantEndpoint("users:write", {
    method: "PATCH",
    path: "/tenants/{tenantId}/users/{userId}",
    operationId: "updateUser",
    tag: "Users",
    summary: "Change a user",
    description: "Changes a user of the platform's own. What is not given stays; a profile replaces the whole profile.",
    errors: userErrors,
  })
    .input(
      tenantInput({
        userId: id,
        ifVersion,
        userName: userNameInput.optional(),
        externalId: externalIdInput.nullable().optional(),
        active: z.boolean().optional(),
        profile: platformProfileSchema.optional(),
      }),
    )
    .output(userSchema)
    .mutation(async ({ ctx: { directory, actor }, input: { userId, ifVersion, ...given } }) => {
      const change = (user: User): UserDraft => ({
        userName: given.userName ?? user.userName,
        externalId: given.externalId === undefined ? user.externalId : given.externalId,
        active: given.active ?? user.active,
        profile: given.profile ?? user.profile,
      });
      return toUser(await updateUser(directory.users, { id: userId, actor, ifVersion, change: ofPlatform(change) }));
    }),

  deactivate: activeEndpoint(false, {
    path: "/tenants/{tenantId}/users/{userId}/deactivate",
    operationId: "deactivateUser",
    summary: "Deactivate a user",
    description: "Takes a user of the platform's own out of use. Deactivating it again changes nothing.",
  }),

  activate: activeEndpoint(true, {
    path: "/tenants/{tenantId}/users/{userId}/activate",
    operationId: "activateUser",
    summary: "Activate a user",
    description: "Undoes a deactivation. Activating it again changes nothing.",
  }),

  delete: tenantEndpoint("users:write", {
    method: "DELETE",
    path: "/tenants/{tenantId}/users/{userId}",
    operationId: "deleteUser",
    tag: "Users",
    summary: "Delete a user",
    description:
      "Deletes a user of the platform's own and ends its memberships; it can be restored for 30 days, and its names are free at once.",
    errors: ["idp_owned", "version_mismatch"],
  })
    .input(tenantInput({ userId: id, ifVersion }))
    .output(deletedSchema)
    .mutation(async ({ ctx: { directory, actor }, input: { userId, ifVersion } }) => {
      const check = (user: User) => assertPlatformOwned("user", user);
      await deleteUser(directory.users, { id: userId, actor, ifVersion, check });
      return { id: userId };
    }),

  listDeleted: tenantEndpoint("users:read", {
    method: "GET",
    path: "/tenants/{tenantId}/deleted-users",
    operationId: "listDeletedUsers",
    tag: "Users",
    summary: "List deleted users",
    description: "Users that were deleted, by whomever, and can still be restored, in pages.",
  })
    .input(tenantInput(pageInput))
    .output(pageOf(deletionSchema, "DeletedUserPage"))
    .query(async ({ ctx, input: { cursor, limit } }) => {
      const query = { resourceType: "user", afterId: cursor?.id, count: limit } as const;
      return toPage(await ctx.directory.deletions.list(query), toDeletion);
    }),

  restore: tenantEndpoint("users:write", {
    method: "POST",
    path: "/tenants/{tenantId}/users/{userId}/restore",
    operationId: "restoreUser",
    tag: "Users",
    summary: "Restore a user",
    description:
      "Undoes a deletion, whoever deleted it: the user is as it was, one version on, and a member again of those of its groups that still exist.",
    errors: ["conflict"],
  })
    .input(tenantInput({ userId: id }))
    .output(userSchema)
    .mutation(async ({ ctx: { directory, actor }, input }) =>
      toUser(await restoreUser(directory.users, { id: input.userId, actor })),
    ),
};

function activeEndpoint(active: boolean, options: Omit<EndpointOptions, "method" | "tag" | "errors">) {
  return tenantEndpoint("users:write", { ...options, method: "POST", tag: "Users", errors: userErrors })
    .input(tenantInput({ userId: id, ifVersion }))
    .output(userSchema)
    .mutation(async ({ ctx: { directory, actor }, input: { userId, ifVersion } }) => {
      const change = ofPlatform((user) => ({ ...user, active }));
      return toUser(await updateUser(directory.users, { id: userId, actor, ifVersion, change }));
    });
}

/** A change that only users of the platform's own allow. */
function ofPlatform(change: (user: User) => UserDraft) {
  return (user: User): UserDraft => {
    assertPlatformOwned("user", user);
    return change(user);
  };
}
