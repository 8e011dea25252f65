/** What an internal service shows to the internal API. It opens nothing at the SCIM facade, and a token opens nothing here. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
}
