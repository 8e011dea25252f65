import { isId } from "@rollcall/domain";
import type { Timeouts } from "./timeouts.ts";

/**
 * What a transaction may see: one tenant's directory, the deployment's own tables, which tenants have work, which have
 * something to erase, or one tenant to erase from.
 */
export type Scope =
  | { readonly kind: "tenant"; readonly tenantId: string }
  | { readonly kind: "platform" }
  | { readonly kind: "worker" }
  | { readonly kind: "retention"; readonly tenantId?: string };

export const scopeRoles = {
  tenant: "rollcall_app",
  platform: "rollcall_platform",
  worker: "rollcall_worker",
  retention: "rollcall_retention",
} as const satisfies Record<Scope["kind"], string>;

/**
 * Begins a transaction and takes on the scope in one round trip. BEGIN comes first: should the rest fail, the
 * transaction is broken and nothing can run with more rights than meant. The tenant is a literal because a Citus
 * coordinator passes on SET LOCAL to its workers, but not set_config; only a UUID gets this far. Everything is local to
 * the transaction: a pooler may give the connection to somebody else after it.
 */
export function beginStatement(scope: Scope, { statementMs, lockMs, idleInTransactionMs }: Timeouts): string {
  const timeouts =
    `set local statement_timeout = ${statementMs}; set local lock_timeout = ${lockMs}; ` +
    `set local idle_in_transaction_session_timeout = ${idleInTransactionMs}`;
  // Compiling a query to machine code takes longer than any of ours runs, and costs are often overestimated.
  const role = `begin; set local role ${scopeRoles[scope.kind]}; set local jit = off; ${timeouts}`;
  if (!("tenantId" in scope) || scope.tenantId === undefined) return role;
  if (!isId(scope.tenantId)) throw new Error("a tenant scope needs a UUID");
  return `${role}; set local app.tenant_id = '${scope.tenantId}'`;
}
