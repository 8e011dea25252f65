import { fold, foldProfile, type GroupReference, type Origin, type User, type UserProfile } from "@rollcall/domain";
import { type RawBuilder, sql } from "kysely";
import { groupsOfUser } from "../predicate/groups-of-user.ts";
import type { Sight } from "../predicate/visibility.ts";

/** The columns that every read of users selects, and the groups as JSON, in one statement. */
export interface UserRow {
  id: string;
  connection_id: string | null;
  origin: Origin;
  external_id: string | null;
  user_name: string;
  active: boolean;
  profile: UserProfile;
  version: number;
  created_at: Date;
  updated_at: Date;
  groups: GroupReference[];
}

export const userColumns = [
  "users.id",
  "users.connection_id",
  "users.origin",
  "users.external_id",
  "users.user_name",
  "users.active",
  "users.profile",
  "users.version",
  "users.created_at",
  "users.updated_at",
] as const;

/** What stands in the column `groups`. */
export type GroupsColumn = (sight: Sight) => RawBuilder<GroupReference[]>;

/** The user's groups in the order of their ids, those through other groups among them. */
export const userGroups: GroupsColumn = (sight) => sql`coalesce((
  select json_agg(json_build_object('id', id, 'displayName', display_name, 'type', type) order by id)
  from (${groupsOfUser(sight)}) reached
), '[]'::json)`;

/** In their place when nobody wants them. */
export const noGroups: GroupsColumn = () => sql`'[]'::json`;

export function userFromRow(row: UserRow): User {
  return {
    id: row.id,
    origin: row.origin,
    connectionId: row.connection_id,
    externalId: row.external_id,
    userName: row.user_name,
    active: row.active,
    profile: row.profile,
    groups: row.groups,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** What a write of a user sets. */
export interface UserValues {
  externalId: string | null;
  userName: string;
  userNameKey: string;
  emailKeys: string[];
  active: boolean;
  profile: string;
  profileKey: string;
  updatedAt: Date;
}

export function userValues({ externalId, userName, active, profile, updatedAt }: User): UserValues {
  const emails = (profile.emails ?? []).flatMap(({ value }) => value ?? []);
  return {
    externalId,
    userName,
    userNameKey: fold(userName),
    emailKeys: [...new Set(emails.map(fold))],
    active,
    profile: JSON.stringify(profile),
    profileKey: JSON.stringify(foldProfile(profile)),
    updatedAt,
  };
}
