/** A row of the floor's users. */
export interface FloorUser {
  readonly id: string;
  readonly user_name: string;
  readonly active: boolean;
  readonly profile: object;
  readonly version: number;
  readonly created_at: string;
  readonly updated_at: string;
}

/** Roughly as many bytes as a SCIM resource with the same attributes. */
export function toResource(row: FloorUser): object {
  return {
    id: row.id,
    userName: row.user_name,
    active: row.active,
    ...row.profile,
    meta: {
      resourceType: "User",
      created: row.created_at,
      lastModified: row.updated_at,
      version: row.version,
      location: `http://127.0.0.1/scim/Users/${row.id}`,
    },
  };
}
