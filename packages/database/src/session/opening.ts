import { isId } from "@rollcall/domain";
import type { Step } from "./exchange.ts";
import { type Scope, scopeRoles } from "./scope.ts";
import type { Timeouts } from "./timeouts.ts";

/** How a transaction begins and ends, as statements that travel with those of its work. */
export interface Opening {
  /** Before a single statement, which is a transaction of its own. */
  readonly alone: readonly Step[];
  /** Before the first of several. */
  readonly block: readonly Step[];
  /** After a single statement. */
  readonly close: readonly Step[];
}

export type Engine = "postgres" | "citus";

export const BEGIN: Step = { name: "begin", text: "begin", values: [], silent: true };
export const COMMIT: Step = { name: "commit", text: "commit", values: [], silent: true };

/** The settings that are alike everywhere: compiling a query to machine code takes longer than any of ours runs. */
const FIXED = `set_config('jit', 'off', true)`;

/** Takes on a role, its limits and a tenant, all of them until the end of the transaction. */
const TAKE_ON = `select set_config('role', $1, true), set_config('app.tenant_id', $2, true), ${FIXED},
  set_config('statement_timeout', $3, true), set_config('lock_timeout', $4, true),
  set_config('idle_in_transaction_session_timeout', $5, true)`;

/**
 * What takes on a scope. Nothing of it outlives the transaction: a pooler may give the connection to somebody else
 * after it. Should it fail, nothing after it runs, so nothing can run with more rights than meant.
 */
export function openingOf(engine: Engine, scope: Scope, timeouts: Timeouts): Opening {
  const tenantId = "tenantId" in scope ? (scope.tenantId ?? "") : "";
  if (tenantId === "" ? scope.kind === "tenant" : !isId(tenantId)) throw new Error("a tenant scope needs a UUID");
  const steps = engines[engine]({ role: scopeRoles[scope.kind], tenantId, timeouts });
  const block = [BEGIN, ...steps];
  return engine === "postgres" ? { alone: steps, block, close: [] } : { alone: block, block, close: [COMMIT] };
}

interface Settings {
  readonly role: string;
  /** "" for none. */
  readonly tenantId: string;
  readonly timeouts: Timeouts;
}

const engines = {
  postgres: ({ role, tenantId, timeouts: { statementMs, lockMs, idleInTransactionMs } }) => [
    {
      name: "take-on",
      text: TAKE_ON,
      values: [role, tenantId, statementMs, lockMs, idleInTransactionMs],
      silent: true,
    },
  ],
  // A coordinator passes SET LOCAL of a literal on to its workers, but not set_config.
  citus: ({ role, tenantId, timeouts: { statementMs, lockMs, idleInTransactionMs } }) =>
    [
      `set local role ${role}`,
      `set local jit = off`,
      `set local statement_timeout = ${statementMs}`,
      `set local lock_timeout = ${lockMs}`,
      `set local idle_in_transaction_session_timeout = ${idleInTransactionMs}`,
      `set local app.tenant_id = '${tenantId}'`,
    ].map((text) => ({ text, values: [], silent: true })),
} as const satisfies Record<Engine, (settings: Settings) => Step[]>;
