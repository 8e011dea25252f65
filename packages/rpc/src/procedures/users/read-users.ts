import { DomainError, type User, userAttributes, type UserKey, userKeys } from "@rollcall/domain";
import { z } from "zod";
import { toUser } from "../../models/to-user.ts";
import { tenantEndpoint, tenantInput } from "../../procedure.ts";
import { allEqual } from "../../query/all-equal.ts";
import { missingValues } from "../../query/missing-values.ts";
import { toListQuery } from "../../query/to-list-query.ts";
import { toPredicate } from "../../query/to-predicate.ts";
import { filterOf } from "../../schemas/filter.ts";
import { id } from "../../schemas/id.ts";
import { countedPageOf, listOf, toPage } from "../../schemas/page.ts";
import { countSchema, exactly, listInput, lookedUpValues, search } from "../../schemas/search.ts";
import { groupReferenceSchema, userSchema } from "../../schemas/user.ts";

const userFilter = filterOf("UserFilter", userAttributes);
const userPage = countedPageOf(userSchema, "UserPage");

export const readUsers = {
  list: tenantEndpoint("users:read", {
    method: "GET",
    path: "/tenants/{tenantId}/users",
    operationId: "listUsers",
    tag: "Users",
    summary: "List users",
    description: "Users of a tenant in pages, oldest first unless sorted. Several conditions must hold together.",
    mayLag: true,
  })
    .input(
      tenantInput({
        ...listInput(userAttributes),
        active: z.boolean().optional(),
        userName: exactly.meta({ description: "Exactly this userName, in any case" }),
        externalId: exactly.meta({ description: "Exactly this externalId" }),
        email: exactly.meta({ description: "One of the e-mail addresses, in any case" }),
      }),
    )
    .output(userPage)
    .query(async ({ ctx: { directory }, input }) => {
      const { active, userName, externalId, email } = input;
      const filter = allEqual([
        ["active", active],
        ["userName", userName],
        ["externalId", externalId],
        ["emails.value", email],
      ]);
      const query = await toListQuery({ ...input, filter }, userAttributes, directory);
      return toPage(await directory.users.list(query), toUser);
    }),

  search: tenantEndpoint("users:read", {
    method: "POST",
    path: "/tenants/{tenantId}/users/search",
    operationId: "searchUsers",
    tag: "Users",
    summary: "Search users",
    description: "Users of a tenant that fulfil a filter, in pages, oldest first unless sorted.",
    mayLag: true,
  })
    .input(tenantInput({ ...listInput(userAttributes), filter: userFilter.optional() }))
    .output(userPage)
    .query(async ({ ctx: { directory }, input }) =>
      toPage(await directory.users.list(await toListQuery(input, userAttributes, directory)), toUser),
    ),

  count: tenantEndpoint("users:read", {
    method: "POST",
    path: "/tenants/{tenantId}/users/count",
    operationId: "countUsers",
    tag: "Users",
    summary: "Count users",
    description: "How many users of a tenant there are, or fulfil a filter; exact.",
    mayLag: true,
  })
    .input(tenantInput({ filter: userFilter.optional(), search }))
    .output(countSchema)
    .query(async ({ ctx: { directory }, input: { filter, search } }) => {
      const { extensionSchemas, users } = directory;
      const where = filter && (await toPredicate(filter, { attributes: userAttributes, extensionSchemas }));
      const start = { kind: "after", position: undefined } as const;
      const { total = 0 } = await users.list({ where, search, start, count: 0, withTotal: true });
      return { total };
    }),

  lookUp: tenantEndpoint("users:read", {
    method: "POST",
    path: "/tenants/{tenantId}/users/look-up",
    operationId: "lookUpUsers",
    tag: "Users",
    summary: "Look up many users",
    description:
      "Up to 1,000 users at once by their ids, userNames, externalIds or e-mail addresses, in the order of their ids, and the values that nobody has.",
    mayLag: true,
  })
    .input(tenantInput({ by: z.enum(userKeys), values: lookedUpValues }))
    .output(
      z.object({ items: z.array(userSchema), missing: z.array(z.string()) }).meta({
        id: "UserLookUp",
        description: "Who was found, and the values that nobody has.",
      }),
    )
    .query(async ({ ctx, input: { by, values } }) => {
      const found = await ctx.directory.users.lookUp(by, values);
      const missing = missingValues(values, found.flatMap(keysOf[by]), { caseExact: by === "externalId" });
      return { items: found.map(toUser), missing };
    }),

  get: tenantEndpoint("users:read", {
    method: "GET",
    path: "/tenants/{tenantId}/users/{userId}",
    operationId: "getUser",
    tag: "Users",
    summary: "Get a user",
    description: "One user by its id, with the groups it is in.",
  })
    .input(tenantInput({ userId: id }))
    .output(userSchema)
    .query(async ({ ctx, input }) => toUser(found(input.userId, await ctx.directory.users.find(input.userId)))),

  groups: tenantEndpoint("users:read", {
    method: "GET",
    path: "/tenants/{tenantId}/users/{userId}/groups",
    operationId: "listUserGroups",
    tag: "Users",
    summary: "List a user's groups",
    description: "All groups that a user is in, as a member itself or through another group.",
  })
    .input(tenantInput({ userId: id }))
    .output(listOf(groupReferenceSchema, "GroupReferenceList"))
    .query(async ({ ctx, input }) => ({
      items: [...found(input.userId, await ctx.directory.users.find(input.userId)).groups],
    })),
};

/** What each key of a look-up is in a user that was found. */
const keysOf = {
  id: ({ id }) => [id],
  userName: ({ userName }) => [userName],
  externalId: ({ externalId }) => (externalId === null ? [] : [externalId]),
  email: ({ profile }) => (profile.emails ?? []).flatMap(({ value }) => value ?? []),
} satisfies Record<UserKey, (user: User) => string[]>;

function found(userId: string, user: User | undefined): User {
  if (user === undefined) throw new DomainError({ code: "not_found", resource: "user", id: userId });
  return user;
}
