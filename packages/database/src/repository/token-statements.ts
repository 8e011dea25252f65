import type { ConnectionState, DigestChange, UnknownMembers } from "@rollcall/domain";
import { sql } from "kysely";
import { statement } from "../session/statement.ts";

interface Key {
  tenantId: string;
  id: string;
}

interface VerdictRow {
  connection_id: string;
  state: ConnectionState;
  unique_group_names: boolean;
  unknown_members: UnknownMembers;
  digest: Buffer;
  live: boolean;
}

export const tokenStatements = {
  /** The database's clock decides whether a token is still live. What holds for the tenant holds for its connections. */
  verdict: statement<Key>()(
    "token-verdict",
    (param) => sql<VerdictRow>`
      select tokens.connection_id, connections.unique_group_names, connections.unknown_members, tokens.digest,
        case tenants.state when 'paused' then 'paused' else connections.state end as state,
        tokens.revoked_at is null and tokens.expires_at > now() and tenants.state <> 'deleted' as live
      from tokens
      join connections on connections.tenant_id = tokens.tenant_id and connections.id = tokens.connection_id
      join tenants on tenants.id = tokens.tenant_id
      where tokens.tenant_id = ${param("tenantId")} and tokens.id = ${param("id")}`,
  ),

  replaceDigest: statement<Key & DigestChange>()(
    "token-replace-digest",
    (param) => sql<object>`
      update tokens set digest = ${param("digest")}
      where tenant_id = ${param("tenantId")} and id = ${param("id")} and digest = ${param("old")}`,
  ),

  /** Several processes may note a use; the first in a minute writes it. */
  touch: statement<Key>()(
    "token-touch",
    (param) => sql<object>`
      update tokens set last_used_at = now()
      where tenant_id = ${param("tenantId")} and id = ${param("id")}
        and (last_used_at is null or last_used_at < now() - interval '1 minute')`,
  ),
};
