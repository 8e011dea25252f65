/** Numbers committed events. Several may run at once: a tenant is numbered by one at a time. */
export interface EventSequencer {
  /** Tenants that have events without a number, at most `count`. */
  pendingTenants(count: number): Promise<readonly string[]>;
  /** Numbers the oldest events of a tenant, at most `count`, and returns how many; 0 when another does it just now. */
  numberEvents(tenantId: string, count: number): Promise<number>;
}
