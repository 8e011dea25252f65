import { type Directory, DomainError, type Group, groupAttributes } from "@rollcall/domain";
import { allEqual } from "../all-equal.ts";
import { endpoint } from "../endpoint.ts";
import { toGroup } from "../models/to-group.ts";
import { toPage } from "../models/to-page.ts";
import { tenantBound, tenantInput } from "../procedure.ts";
import { groupSchema, memberSchema } from "../schemas/group.ts";
import { id } from "../schemas/id.ts";
import { countedPageOf, pageInput, pageOf } from "../schemas/page.ts";
import { filterValue, searchInput } from "../schemas/search.ts";
import { trpc } from "../trpc.ts";

export const groups = trpc.router({
  list: tenantBound
    .meta(
      endpoint({
        method: "GET",
        path: "/tenants/{tenantId}/groups",
        operationId: "listGroups",
        tag: "Groups",
        summary: "List groups",
        description: "Groups of a tenant without their members, oldest first, in pages.",
      }),
    )
    .input(
      tenantInput({
        ...pageInput,
        ...searchInput,
        displayName: filterValue.meta({ description: "Exactly this displayName, in any case" }),
        externalId: filterValue.meta({ description: "Exactly this externalId" }),
      }),
    )
    .output(countedPageOf(groupSchema, "GroupPage"))
    .query(async ({ ctx, input }) => {
      const where = allEqual([
        [groupAttributes.displayName, input.displayName],
        [groupAttributes.externalId, input.externalId],
      ]);
      const start = { kind: "after", position: input.cursor === undefined ? undefined : { id: input.cursor } } as const;
      const { search, limit: count, withTotal } = input;
      return toPage(await ctx.directory.groups.list({ where, search, start, count, withTotal }), toGroup);
    }),

  get: tenantBound
    .meta(
      endpoint({
        method: "GET",
        path: "/tenants/{tenantId}/groups/{groupId}",
        operationId: "getGroup",
        tag: "Groups",
        summary: "Get a group",
        description: "One group by its id, without its members.",
      }),
    )
    .input(tenantInput({ groupId: id }))
    .output(groupSchema)
    .query(async ({ ctx, input }) => toGroup(await findGroup(ctx.directory, input.groupId))),

  members: tenantBound
    .meta(
      endpoint({
        method: "GET",
        path: "/tenants/{tenantId}/groups/{groupId}/members",
        operationId: "listGroupMembers",
        tag: "Groups",
        summary: "List a group's members",
        description: "Direct members of a group in the order of their ids, in pages.",
      }),
    )
    .input(tenantInput({ groupId: id, ...pageInput }))
    .output(pageOf(memberSchema, "MemberPage"))
    .query(async ({ ctx, input: { groupId, limit, cursor } }) => {
      await findGroup(ctx.directory, groupId);
      // One more than asked for tells whether another page follows.
      const members = await ctx.directory.groups.members(groupId, { afterId: cursor, count: limit + 1 });
      const items = members.slice(0, limit);
      const page = { items, next: members.length > limit ? items.at(-1) : undefined, total: undefined };
      return toPage(page, (member) => member);
    }),
});

async function findGroup({ groups }: Directory, groupId: string): Promise<Group> {
  const group = await groups.find(groupId);
  if (group === undefined) throw new DomainError({ code: "not_found", resource: "group", id: groupId });
  return group;
}
