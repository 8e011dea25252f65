/** Erases for good what is past its time, a bounded piece per call. Knows all tenants and reads none of their contents. */
export interface RetentionRepository {
  /** Tenants that hold something to erase: deleted users, groups, idempotency keys past their window, or the tenant itself. */
  dueTenants(count: number): Promise<readonly DueTenant[]>;
  /** Erases deleted users and groups past the window, with an event `user.purged` or `group.purged` each. @returns how many. */
  purgeDeletions(tenantId: string, count: number): Promise<number>;
  /** Erases idempotency keys past their window. @returns how many. */
  purgeIdempotencyKeys(tenantId: string, count: number): Promise<number>;
  /** Erases up to `count` rows of a tenant past the window, the tenant itself last. @returns whether nothing is left. */
  purgeTenant(tenantId: string, count: number): Promise<boolean>;
}

export interface DueTenant {
  readonly tenantId: string;
  /** Whether all of it is to be erased. */
  readonly whole: boolean;
}
