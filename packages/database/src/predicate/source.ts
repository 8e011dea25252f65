import { type RawBuilder, sql } from "kysely";
import { type Finders, groupFinders, userFinders } from "./finders.ts";
import { groupsOfUser } from "./groups-of-user.ts";
import { membersOfGroup } from "./members-of-group.ts";
import type { Sight, Viewer } from "./visibility.ts";

/** Where the attributes of a resource are found in SQL. */
export interface Source {
  /** Attributes with a column or expression of their own, by their dotted path; text is there as it is compared. */
  readonly columns: Readonly<Record<string, Column>>;
  /** Lists that live in other tables: queries of JSON objects, each as `exact` and as `folded`. */
  readonly lists: Readonly<Record<string, RawBuilder<unknown>>>;
  /** What finds the ids of all that have a value; undefined where there is no id. */
  readonly finders: Finders | undefined;
  /** The JSON that holds all other attributes: as they were given, and folded. */
  readonly json: { readonly exact: RawBuilder<unknown>; readonly folded: RawBuilder<unknown> };
}

/** `list`: an array of folded texts. */
export type Column = ScalarColumn | { readonly kind: "list"; readonly expression: RawBuilder<unknown> };

export interface ScalarColumn {
  readonly kind: "id" | "text" | "boolean" | "number" | "time";
  readonly expression: RawBuilder<unknown>;
}

/** The attributes of users. */
export function userSource(viewer: Viewer): Source {
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
    lists: { groups: groupsList(viewer.sight) },
    finders: userFinders(viewer),
    json: { exact: sql.ref("users.profile"), folded: sql.ref("users.profile_key") },
  };
}

function groupsList(sight: Sight): RawBuilder<unknown> {
  return sql`
    select
      jsonb_build_object('value', id, 'display', display_name, 'type', type) as exact,
      jsonb_build_object('value', id, 'display', display_name_key, 'type', type) as folded
    from (${groupsOfUser(sight)}) reached`;
}

/** The attributes of groups. */
export function groupSource(viewer: Viewer): Source {
  return {
    columns: {
      id: { kind: "id", expression: sql.ref("groups.id") },
      displayName: { kind: "text", expression: sql.ref("groups.display_name_key") },
      externalId: { kind: "text", expression: sql.ref("groups.external_id") },
      createdAt: { kind: "time", expression: sql.ref("groups.created_at") },
      updatedAt: { kind: "time", expression: sql.ref("groups.updated_at") },
      version: { kind: "number", expression: sql.ref("groups.version") },
    },
    lists: { members: membersList(viewer.sight) },
    finders: groupFinders(viewer),
    json: { exact: sql`'{}'::jsonb`, folded: sql`'{}'::jsonb` },
  };
}

function membersList(sight: Sight): RawBuilder<unknown> {
  return sql`
    select
      jsonb_build_object('value', id, 'display', display, 'type', initcap(type)) as exact,
      jsonb_build_object('value', id, 'display', display_key, 'type', type) as folded
    from (${membersOfGroup(sight)}) member`;
}

/** One element of a list: everything is in its JSON. */
export const elementSource: Source = {
  columns: {},
  lists: {},
  finders: undefined,
  json: { exact: sql.ref("list.exact"), folded: sql.ref("list.folded") },
};
