import type { Group, Origin } from "@rollcall/domain";

export interface GroupRow {
  id: string;
  connection_id: string | null;
  origin: Origin;
  external_id: string | null;
  display_name: string;
  version: number;
  created_at: Date;
  updated_at: Date;
}

export const groupColumns = [
  "groups.id",
  "groups.connection_id",
  "groups.origin",
  "groups.external_id",
  "groups.display_name",
  "groups.version",
  "groups.created_at",
  "groups.updated_at",
] as const;

export function groupFromRow(row: GroupRow): Group {
  return {
    id: row.id,
    origin: row.origin,
    connectionId: row.connection_id,
    externalId: row.external_id,
    displayName: row.display_name,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
