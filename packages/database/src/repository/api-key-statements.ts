import type { ApiScope, DigestChange } from "@rollcall/domain";
import { sql } from "kysely";
import { statement } from "../session/statement.ts";

interface VerdictRow {
  digest: Buffer;
  scopes: ApiScope[];
  tenant_id: string | null;
  live: boolean;
}

export const apiKeyStatements = {
  /** The database's clock decides whether a key is still live. */
  verdict: statement<{ id: string }>()(
    "api-key-verdict",
    (param) => sql<VerdictRow>`
      select digest, scopes, tenant_id, revoked_at is null and coalesce(expires_at > now(), true) as live
      from api_keys where id = ${param("id")}`,
  ),

  replaceDigest: statement<{ id: string } & DigestChange>()(
    "api-key-replace-digest",
    (param) => sql<object>`
      update api_keys set digest = ${param("digest")} where id = ${param("id")} and digest = ${param("old")}`,
  ),

  /** Several processes may note a use; the first in a minute writes it. Without now() after the conflict: Citus takes no function there that is not immutable. */
  touch: statement<{ id: string }>()(
    "api-key-touch",
    (param) => sql<object>`
      insert into api_key_uses as known (id, last_used_at) values (${param("id")}, now())
      on conflict (id) do update set last_used_at = excluded.last_used_at
      where excluded.last_used_at - known.last_used_at > interval '1 minute'`,
  ),
};
