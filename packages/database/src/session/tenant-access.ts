import type pg from "pg";
import type { PageAnchors } from "./page-anchors.ts";
import { runAlone, type Session, transact } from "./session.ts";
import type { Statement } from "./statement.ts";

/** The database as one tenant may see it; what repositories are made of. */
export interface TenantAccess {
  readonly tenantId: string;
  readonly anchors: PageAnchors;
  /** One statement as a transaction of its own. */
  runAlone<TParams, TRow>(statement: Statement<TParams, TRow>, params: TParams): Promise<TRow[]>;
  transact<TResult>(work: (session: Session) => Promise<TResult>): Promise<TResult>;
}

export function tenantAccess(pool: pg.Pool, anchors: PageAnchors, tenantId: string): TenantAccess {
  const scope = { kind: "tenant", tenantId } as const;
  return {
    tenantId,
    anchors,
    runAlone: (statement, params) => runAlone(pool, scope, [statement, params]),
    transact: (work) => transact(pool, scope, work),
  };
}
