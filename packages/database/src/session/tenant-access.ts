import type { DirectoryOptions, Provenance } from "@rollcall/domain";
import type { PageAnchors } from "./page-anchors.ts";
import { type Call, callOf } from "./call.ts";
import { runAlone, runBoth, type Session, transact } from "./session.ts";
import type { SessionPool } from "./session-pool.ts";
import type { Statement } from "./statement.ts";

/** The database as one tenant may see it; what repositories are made of. */
export interface TenantAccess {
  readonly tenantId: string;
  /** idp: users and groups that the platform made itself do not exist. */
  readonly sees: "all" | "idp";
  /** Where changes come from; without it they are not audited. */
  readonly provenance: Provenance | undefined;
  readonly anchors: PageAnchors;
  /** One statement as a transaction of its own. */
  readonly runAlone: <TParams, TRow>(statement: Statement<TParams, TRow>, params: TParams) => Promise<TRow[]>;
  runCall<TRow>(call: Call<TRow>): Promise<TRow[]>;
  /** Two statements as one transaction, in one round trip. */
  runBoth<TFirst, TSecond>(calls: readonly [Call<TFirst>, Call<TSecond>]): Promise<[TFirst[], TSecond[]]>;
  transact<TResult>(work: (session: Session) => Promise<TResult>): Promise<TResult>;
}

export interface Connected {
  readonly pool: SessionPool;
  readonly anchors: PageAnchors;
}

export function tenantAccess(
  { pool, anchors }: Connected,
  tenantId: string,
  { sees = "all", provenance }: DirectoryOptions = {},
): TenantAccess {
  const scope = { kind: "tenant", tenantId } as const;
  return {
    tenantId,
    sees,
    provenance,
    anchors,
    runAlone: (statement, params) => runAlone(pool, scope, callOf(statement, params)),
    runCall: (call) => runAlone(pool, scope, call),
    runBoth: (calls) => runBoth(pool, scope, calls),
    transact: (work) => transact(pool, scope, work),
  };
}
