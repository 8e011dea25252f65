import type { ApiKey } from "./api-key.ts";

/** The API keys of the deployment. */
export interface ApiKeyRepository {
  /** Adds the key unless it is there already. */
  insert(key: ApiKey, digest: Uint8Array): Promise<void>;
  findVerdict(id: string): Promise<{ readonly digest: Uint8Array; readonly live: boolean } | undefined>;
}
