import type { Token, TokenRepository } from "@rollcall/domain";
import { sql } from "kysely";
import { queryBuilder } from "../session/query-builder.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import { insertToken } from "./insert-token.ts";
import { recordEvents } from "./record-events.ts";
import { tokenColumns, tokenFromRow } from "./token-row.ts";
import { tokenStatements } from "./token-statements.ts";

/** The tokens of the tenant that `access` is bound to. */
export function createTokenRepository(access: TenantAccess): TokenRepository {
  const { tenantId } = access;
  const ofTenant = queryBuilder.selectFrom("tokens").select(tokenColumns).where("tenant_id", "=", tenantId);
  return {
    insert: (token, digest, options) =>
      access.transact((session) => insertToken(session, access, { token, digest, ...options })),

    async find(id) {
      const [row] = await access.transact((session) => session.query(ofTenant.where("id", "=", id).compile()));
      return row && tokenFromRow(row);
    },

    async list(connectionId) {
      const wanted = connectionId === undefined ? ofTenant : ofTenant.where("connection_id", "=", connectionId);
      const rows = await access.transact((session) => session.query(wanted.orderBy("id", "desc").compile()));
      return rows.map(tokenFromRow);
    },

    async revoke(id, event): Promise<Token | undefined> {
      const revoke = queryBuilder
        .updateTable("tokens")
        .set({ revoked_at: sql`now()` })
        .where("tenant_id", "=", tenantId)
        .where("id", "=", id)
        .where("revoked_at", "is", null)
        .returning(tokenColumns);
      return await access.transact(async (session) => {
        const [row] = await session.query(revoke.compile());
        if (row === undefined) return undefined;
        const token = tokenFromRow(row);
        await recordEvents(session, access, { events: [event(token)] });
        return token;
      });
    },

    async findVerdict(id) {
      const [row] = await access.runAlone(tokenStatements.verdict, { tenantId, id });
      return (
        row && {
          tokenId: id,
          connection: {
            id: row.connection_id,
            state: row.state,
            uniqueGroupNames: row.unique_group_names,
            unknownMembers: row.unknown_members,
          },
          digest: row.digest,
          live: row.live,
        }
      );
    },

    async touch(id) {
      await access.runAlone(tokenStatements.touch, { tenantId, id });
    },

    async replaceDigest(id, { old, digest }) {
      await access.runAlone(tokenStatements.replaceDigest, { tenantId, id, old, digest });
    },
  };
}
