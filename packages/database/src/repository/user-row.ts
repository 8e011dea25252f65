import type { GroupReference, Origin, User, UserProfile, UserText } from "@rollcall/domain";
import { type RawBuilder, sql } from "kysely";
import type { Sight } from "../predicate/visibility.ts";
import { noGroups, type OwnGroup, ownGroups } from "./own-groups.ts";

/** What every read of users selects. */
export interface FoundUser {
  id: string;
  external_id: string | null;
  user_name: string;
  active: boolean;
  version: number;
  created_at: Date;
  updated_at: Date;
  /** null for none. */
  own_groups: OwnGroup[] | null;
}

export interface UserRow extends FoundUser {
  connection_id: string | null;
  origin: Origin;
  profile: UserProfile;
}

/** The same with the profile as JSON text. */
export interface UserTextRow extends FoundUser {
  profile_text: string;
  enterprise_text: string | null;
  extensions_text: string | null;
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

/** What a read selects of each user; in what form, is the name's to say. */
export type UserSelection = (sight: Sight) => RawBuilder<unknown>;

const plainColumns = sql.join(userColumns.map((name) => sql.ref(name)));

/** Extensions are taken out only where there are any: each of these operators copies the profile. */
const textColumns = sql`
  users.id, users.external_id, users.user_name, users.active, users.version, users.created_at, users.updated_at,
  case when users.profile ?| '{enterprise,extensions}'
    then users.profile - '{enterprise,extensions}'::text[] else users.profile end::text as profile_text,
  (users.profile -> 'enterprise')::text as enterprise_text, (users.profile -> 'extensions')::text as extensions_text`;

export const userSelections = {
  user: (sight) => sql`${plainColumns}, ${ownGroups(sight)} as own_groups`,
  "bare-user": () => sql`${plainColumns}, ${noGroups} as own_groups`,
  "user-text": (sight) => sql`${textColumns}, ${ownGroups(sight)} as own_groups`,
  "bare-user-text": () => sql`${textColumns}, ${noGroups} as own_groups`,
} as const satisfies Record<string, UserSelection>;

export function userFromRow(row: UserRow, groups: readonly GroupReference[]): User {
  return {
    id: row.id,
    origin: row.origin,
    connectionId: row.connection_id,
    externalId: row.external_id,
    userName: row.user_name,
    active: row.active,
    profile: row.profile,
    groups,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

export function userTextFromRow(row: UserTextRow, groups: readonly GroupReference[]): UserText {
  return {
    id: row.id,
    externalId: row.external_id,
    userName: row.user_name,
    active: row.active,
    profileText: row.profile_text,
    enterpriseText: row.enterprise_text,
    extensionsText: row.extensions_text,
    groups,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
