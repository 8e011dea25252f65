import type { ApiKeyIdentity, OpenDirectory, TenantRepository } from "@rollcall/domain";

/** What a procedure works with; the edge makes it anew for every request. */
export interface ApiContext {
  readonly tenants: TenantRepository;
  readonly openDirectory: OpenDirectory;
  /** Secret of the credential digests, kept outside the database. */
  readonly pepper: string;
  /** Where identity providers push to: the Tenant URL that is handed out with a token. */
  readonly scimUrl: string;
  /** Whom the API key speaks for; undefined when the request brought none that is valid. */
  readonly identity: ApiKeyIdentity | undefined;
  /** Repeated in every error, so that a report can be found in the log. */
  readonly requestId: string;
}
