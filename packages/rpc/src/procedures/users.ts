import { type Directory, DomainError, type User, userAttributes } from "@rollcall/domain";
import { z } from "zod";
import { allEqual } from "../all-equal.ts";
import { endpoint } from "../endpoint.ts";
import { toPage } from "../models/to-page.ts";
import { toUser } from "../models/to-user.ts";
import { tenantBound, tenantInput } from "../procedure.ts";
import { id } from "../schemas/id.ts";
import { countedPageOf, listOf, pageInput } from "../schemas/page.ts";
import { filterValue, searchInput } from "../schemas/search.ts";
import { groupReferenceSchema, userSchema } from "../schemas/user.ts";
import { trpc } from "../trpc.ts";

export const users = trpc.router({
  list: tenantBound
    .meta(
      endpoint({
        method: "GET",
        path: "/tenants/{tenantId}/users",
        operationId: "listUsers",
        tag: "Users",
        summary: "List users",
        description: "Users of a tenant, oldest first, in pages. Several conditions must hold together.",
      }),
    )
    .input(
      tenantInput({
        ...pageInput,
        ...searchInput,
        active: z.boolean().optional(),
        userName: filterValue.meta({ description: "Exactly this userName, in any case" }),
        externalId: filterValue.meta({ description: "Exactly this externalId" }),
        email: filterValue.meta({ description: "One of the e-mail addresses, in any case" }),
      }),
    )
    .output(countedPageOf(userSchema, "UserPage"))
    .query(async ({ ctx, input }) => {
      const where = allEqual([
        [userAttributes.userName, input.userName],
        [userAttributes.externalId, input.externalId],
        [userAttributes.email, input.email],
        [userAttributes.active, input.active],
      ]);
      const start = { kind: "after", position: input.cursor === undefined ? undefined : { id: input.cursor } } as const;
      const { search, limit: count, withTotal } = input;
      return toPage(await ctx.directory.users.list({ where, search, start, count, withTotal }), toUser);
    }),

  get: tenantBound
    .meta(
      endpoint({
        method: "GET",
        path: "/tenants/{tenantId}/users/{userId}",
        operationId: "getUser",
        tag: "Users",
        summary: "Get a user",
        description: "One user by its id, with the groups it is in.",
      }),
    )
    .input(tenantInput({ userId: id }))
    .output(userSchema)
    .query(async ({ ctx, input }) => toUser(await findUser(ctx.directory, input.userId))),

  groups: tenantBound
    .meta(
      endpoint({
        method: "GET",
        path: "/tenants/{tenantId}/users/{userId}/groups",
        operationId: "listUserGroups",
        tag: "Users",
        summary: "List a user's groups",
        description: "All groups that a user is in, as a member itself or through another group.",
      }),
    )
    .input(tenantInput({ userId: id }))
    .output(listOf(groupReferenceSchema, "GroupReferenceList"))
    .query(async ({ ctx, input }) => ({ items: [...(await findUser(ctx.directory, input.userId)).groups] })),
});

async function findUser({ users }: Directory, userId: string): Promise<User> {
  const user = await users.find(userId);
  if (user === undefined) throw new DomainError({ code: "not_found", resource: "user", id: userId });
  return user;
}
