import { type RawBuilder, sql } from "kysely";
import { groupsOfUser } from "./groups-of-user.ts";
import { membersOfGroup } from "./members-of-group.ts";
import { isSeenByKey, type Sight } from "./visibility.ts";

/** Where the attributes of a resource are found in SQL. */
export interface Source {
  /** Attributes with a column or expression of their own, by their dotted path; text is there as it is compared. */
  readonly columns: Readonly<Record<string, Column>>;
  /** Lists that live in other tables. */
  readonly lists: Readonly<Record<string, List>>;
  /** The JSON that holds all other attributes: as they were given, and folded. */
  readonly json: { readonly exact: RawBuilder<unknown>; readonly folded: RawBuilder<unknown> };
}

/** `list`: an array of folded texts, with an index that finds its elements. */
export interface Column {
  readonly kind: "id" | "text" | "boolean" | "number" | "time" | "list";
  readonly expression: RawBuilder<unknown>;
}

interface List {
  /** A query of JSON objects, each as `exact` and as `folded`. */
  readonly elements: RawBuilder<unknown>;
  /** Whether one element has this id as its `value`, told by an index. */
  readonly hasValue: (id: string) => RawBuilder<boolean>;
}

/** The attributes of users. */
export function userSource(sight: Sight): Source {
  return {
    columns: {
      id: { kind: "id", expression: sql.ref("users.id") },
      userName: { kind: "text", expression: sql.ref("users.user_name_key") },
      externalId: { kind: "text", expression: sql.ref("users.external_id") },
      active: { kind: "boolean", expression: sql.ref("users.active") },
      "emails.value": { kind: "list", expression: sql.ref("users.email_keys") },
      createdAt: { kind: "time", expression: sql.ref("users.created_at") },
      updatedAt: { kind: "time", expression: sql.ref("users.updated_at") },
      version: { kind: "number", expression: sql.ref("users.version") },
    },
    lists: { groups: groupsList(sight) },
    json: { exact: sql.ref("users.profile"), folded: sql.ref("users.profile_key") },
  };
}

function groupsList(sight: Sight): List {
  const tenantId = sql.ref("users.tenant_id");
  const seen = (id: RawBuilder<unknown>) => isSeenByKey("groups", { tenantId, id }, sight);
  return {
    elements: sql`
      select
        jsonb_build_object('value', id, 'display', display_name, 'type', type) as exact,
        jsonb_build_object('value', id, 'display', display_name_key, 'type', type) as folded
      from (${groupsOfUser(sight)}) reached`,
    hasValue: (id) => sql`exists (
      select from memberships
      where memberships.tenant_id = users.tenant_id and memberships.user_id = users.id and memberships.group_id in (
        with recursive below (id) as (
          select ${id}::uuid where ${seen(sql`${id}::uuid`)}
          union
          select child_id from below join nestings on nestings.group_id = below.id
          where nestings.tenant_id = users.tenant_id and ${seen(sql.ref("child_id"))}
        )
        select id from below
      )
    )`,
  };
}

/** The attributes of groups. */
export function groupSource(sight: Sight): Source {
  return {
    columns: {
      id: { kind: "id", expression: sql.ref("groups.id") },
      displayName: { kind: "text", expression: sql.ref("groups.display_name_key") },
      externalId: { kind: "text", expression: sql.ref("groups.external_id") },
      createdAt: { kind: "time", expression: sql.ref("groups.created_at") },
      updatedAt: { kind: "time", expression: sql.ref("groups.updated_at") },
      version: { kind: "number", expression: sql.ref("groups.version") },
    },
    lists: { members: membersList(sight) },
    json: { exact: sql`'{}'::jsonb`, folded: sql`'{}'::jsonb` },
  };
}

function membersList(sight: Sight): List {
  const tenantId = sql.ref("groups.tenant_id");
  return {
    elements: sql`
      select
        jsonb_build_object('value', id, 'display', display, 'type', initcap(type)) as exact,
        jsonb_build_object('value', id, 'display', display_key, 'type', type) as folded
      from (${membersOfGroup(sight)}) member`,
    hasValue: (id) => sql`(
      exists (
        select from memberships
        where memberships.tenant_id = groups.tenant_id and memberships.group_id = groups.id and memberships.user_id = ${id}::uuid
      ) and ${isSeenByKey("users", { tenantId, id: sql`${id}::uuid` }, sight)} or exists (
        select from nestings
        where nestings.tenant_id = groups.tenant_id and nestings.group_id = groups.id and nestings.child_id = ${id}::uuid
      ) and ${isSeenByKey("groups", { tenantId, id: sql`${id}::uuid` }, sight)}
    )`,
  };
}

/** One element of a list: everything is in its JSON. */
export const elementSource: Source = {
  columns: {},
  lists: {},
  json: { exact: sql.ref("list.exact"), folded: sql.ref("list.folded") },
};
