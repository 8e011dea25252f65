/** A customer of the platform. Everything else in the directory belongs to exactly one. */
export interface Tenant {
  readonly id: string;
  readonly name: string;
  readonly state: TenantState;
  /** When it was deleted; null unless its state is deleted. */
  readonly deletedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/**
 * active: reads and writes. paused: identity providers may read but not write. deleted: identity providers are shut
 * out, the platform may still read, and all of it is erased for good after DELETION_WINDOW_DAYS.
 */
export const tenantStates = ["active", "paused", "deleted"] as const;
export type TenantState = (typeof tenantStates)[number];

export const MAX_TENANT_NAME_LENGTH = 200;
