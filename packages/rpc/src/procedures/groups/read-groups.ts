import { DomainError, type Group, groupAttributes, type GroupKey, groupKeys } from "@rollcall/domain";
import { z } from "zod";
import { toGroup } from "../../models/to-group.ts";
import { tenantEndpoint, tenantInput } from "../../procedure.ts";
import { allEqual } from "../../query/all-equal.ts";
import { missingValues } from "../../query/missing-values.ts";
import { toListQuery } from "../../query/to-list-query.ts";
import { toPredicate } from "../../query/to-predicate.ts";
import { filterOf } from "../../schemas/filter.ts";
import { groupSchema, memberSchema } from "../../schemas/group.ts";
import { id } from "../../schemas/id.ts";
import { countedPageOf, pageInput, pageOf, toPage } from "../../schemas/page.ts";
import { countSchema, exactly, listInput, lookedUpValues, search } from "../../schemas/search.ts";

const groupFilter = filterOf("GroupFilter", groupAttributes);
const groupPage = countedPageOf(groupSchema, "GroupPage");

export const readGroups = {
  list: tenantEndpoint("groups:read", {
    method: "GET",
    path: "/tenants/{tenantId}/groups",
    operationId: "listGroups",
    tag: "Groups",
    summary: "List groups",
    description: "Groups of a tenant without their members, in pages, oldest first unless sorted.",
    mayLag: true,
  })
    .input(
      tenantInput({
        ...listInput(groupAttributes),
        displayName: exactly.meta({ description: "Exactly this displayName, in any case" }),
        externalId: exactly.meta({ description: "Exactly this externalId" }),
      }),
    )
    .output(groupPage)
    .query(async ({ ctx: { directory }, input }) => {
      const filter = allEqual([
        ["displayName", input.displayName],
        ["externalId", input.externalId],
      ]);
      const query = await toListQuery({ ...input, filter }, groupAttributes, directory);
      return toPage(await directory.groups.list(query), toGroup);
    }),

  search: tenantEndpoint("groups:read", {
    method: "POST",
    path: "/tenants/{tenantId}/groups/search",
    operationId: "searchGroups",
    tag: "Groups",
    summary: "Search groups",
    description: "Groups of a tenant that fulfil a filter, in pages, oldest first unless sorted.",
    mayLag: true,
  })
    .input(tenantInput({ ...listInput(groupAttributes), filter: groupFilter.optional() }))
    .output(groupPage)
    .query(async ({ ctx: { directory }, input }) =>
      toPage(await directory.groups.list(await toListQuery(input, groupAttributes, directory)), toGroup),
    ),

  count: tenantEndpoint("groups:read", {
    method: "POST",
    path: "/tenants/{tenantId}/groups/count",
    operationId: "countGroups",
    tag: "Groups",
    summary: "Count groups",
    description: "How many groups of a tenant there are, or fulfil a filter; exact.",
    mayLag: true,
  })
    .input(tenantInput({ filter: groupFilter.optional(), search }))
    .output(countSchema)
    .query(async ({ ctx: { directory }, input: { filter, search } }) => {
      const { extensionSchemas, groups } = directory;
      const where = filter && (await toPredicate(filter, { attributes: groupAttributes, extensionSchemas }));
      const start = { kind: "after", position: undefined } as const;
      const { total = 0 } = await groups.list({ where, search, start, count: 0, withTotal: true });
      return { total };
    }),

  lookUp: tenantEndpoint("groups:read", {
    method: "POST",
    path: "/tenants/{tenantId}/groups/look-up",
    operationId: "lookUpGroups",
    tag: "Groups",
    summary: "Look up many groups",
    description:
      "Groups by up to 1,000 ids, displayNames or externalIds at once, in the order of their ids, and the values that none has.",
    mayLag: true,
  })
    .input(tenantInput({ by: z.enum(groupKeys), values: lookedUpValues }))
    .output(
      z.object({ items: z.array(groupSchema), missing: z.array(z.string()) }).meta({
        id: "GroupLookUp",
        description: "What was found, and the values that no group has.",
      }),
    )
    .query(async ({ ctx, input: { by, values } }) => {
      const found = await ctx.directory.groups.lookUp(by, values);
      const missing = missingValues(values, found.flatMap(keysOf[by]), { caseExact: by === "externalId" });
      return { items: found.map(toGroup), missing };
    }),

  get: tenantEndpoint("groups:read", {
    method: "GET",
    path: "/tenants/{tenantId}/groups/{groupId}",
    operationId: "getGroup",
    tag: "Groups",
    summary: "Get a group",
    description: "One group by its id, without its members.",
  })
    .input(tenantInput({ groupId: id }))
    .output(groupSchema)
    .query(async ({ ctx, input }) => toGroup(found(input.groupId, await ctx.directory.groups.find(input.groupId)))),

  members: tenantEndpoint("groups:read", {
    method: "GET",
    path: "/tenants/{tenantId}/groups/{groupId}/members",
    operationId: "listGroupMembers",
    tag: "Groups",
    summary: "List a group's members",
    description: "Direct members of a group in the order of their ids, in pages.",
    mayLag: true,
  })
    .input(tenantInput({ groupId: id, ...pageInput }))
    .output(pageOf(memberSchema, "MemberPage"))
    .query(async ({ ctx: { directory }, input: { groupId, limit, cursor } }) => {
      found(groupId, await directory.groups.find(groupId));
      // One more than asked for tells whether another page follows.
      const members = await directory.groups.members(groupId, { afterId: cursor?.id, count: limit + 1 });
      const items = members.slice(0, limit);
      const last = members.length > limit ? items.at(-1) : undefined;
      return toPage({ items, next: last && { id: last.id }, total: undefined }, (member) => member);
    }),
};

/** What each key of a look-up is in a group that was found. */
const keysOf = {
  id: ({ id }) => [id],
  displayName: ({ displayName }) => [displayName],
  externalId: ({ externalId }) => (externalId === null ? [] : [externalId]),
} satisfies Record<GroupKey, (group: Group) => string[]>;

function found(groupId: string, group: Group | undefined): Group {
  if (group === undefined) throw new DomainError({ code: "not_found", resource: "group", id: groupId });
  return group;
}
