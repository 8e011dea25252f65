import type { ApiKeyRepository, OpenDirectory, TenantRepository } from "@rollcall/domain";
import type { Logger, Metrics } from "@rollcall/telemetry";
import type { Router } from "express";

export interface ApiOptions {
  readonly tenants: TenantRepository;
  readonly openDirectory: OpenDirectory;
  readonly apiKeys: ApiKeyRepository;
  /** Secret of the credential digests, kept outside the database. */
  readonly pepper: string;
  /** Where identity providers push to: the Tenant URL that is handed out with a token. */
  readonly scimUrl: string;
  /** Of Rollcall, for the OpenAPI document. */
  readonly version: string;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Answers /livez, /readyz and /metrics. */
  readonly health: Router;
}
