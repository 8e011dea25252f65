import type { ApiKeyRepository } from "@rollcall/domain";
import type pg from "pg";
import { queryBuilder } from "../session/query-builder.ts";
import { runAlone, transact } from "../session/session.ts";
import { statement } from "../session/statement.ts";

/** The API keys of the deployment. */
export function createApiKeyRepository(pool: pg.Pool): ApiKeyRepository {
  const scope = { kind: "platform" } as const;
  return {
    async insert({ id, name, hint, createdAt, revokedAt }, digest) {
      const insert = queryBuilder
        .insertInto("api_keys")
        .values({ id, name, hint, digest: Buffer.from(digest), created_at: createdAt, revoked_at: revokedAt })
        .onConflict((conflict) => conflict.column("id").doNothing());
      await transact(pool, scope, (session) => session.query(insert.compile()));
    },

    async findVerdict(id) {
      const [row] = await runAlone(pool, scope, [verdict, { id }]);
      return row && { digest: row.digest, live: row.revoked_at === null };
    },
  };
}

const verdict = statement<{ id: string }>()("api-key-verdict", (param) =>
  queryBuilder.selectFrom("api_keys").select(["digest", "revoked_at"]).where("id", "=", param("id")),
);
