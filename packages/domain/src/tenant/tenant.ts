/** A customer of the platform. Everything else in the directory belongs to exactly one. */
export interface Tenant {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const MAX_TENANT_NAME_LENGTH = 200;
