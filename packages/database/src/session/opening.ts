import { isId } from "@rollcall/domain";
import type { ConnectionFacts } from "./connection-facts.ts";
import type { Step } from "./exchange.ts";
import { type Scope, scopeRoles } from "./scope.ts";

/** How a transaction begins and ends, as statements that travel with those of its work. */
export interface Opening {
  /** Before a single statement, which is a transaction of its own. */
  readonly alone: readonly Step[];
  /** Before the first of several. */
  readonly block: readonly Step[];
  /** After a single statement. */
  readonly close: readonly Step[];
}

const BEGIN: Step = { name: "begin", text: "begin", values: [], silent: true };
export const COMMIT: Step = { name: "commit", text: "commit", values: [], silent: true };

const TAKE_ON = `set_config('role', $1, true), set_config('app.tenant_id', $2, true)`;

interface Circumstances extends ConnectionFacts {
  /** By their names; what a session of our own has already. */
  readonly settings: Readonly<Record<string, string>>;
}

/**
 * What takes on a scope: its role, its tenant, and the settings that the session has not. Nothing of it outlives the
 * transaction. Should it fail, nothing after it runs, so nothing can run with more rights than meant.
 */
export function openingOf(scope: Scope, { engine, isOwnSession, settings }: Circumstances): Opening {
  const tenantId = "tenantId" in scope ? (scope.tenantId ?? "") : "";
  if (tenantId === "" ? scope.kind === "tenant" : !isId(tenantId)) throw new Error("a tenant scope needs a UUID");
  const role = scopeRoles[scope.kind];
  if (engine === "citus") {
    const block = [BEGIN, ...literalSteps({ role, tenantId, settings })];
    return { alone: block, block, close: [COMMIT] };
  }
  const local = isOwnSession ? [] : Object.entries(settings);
  const takeOn = {
    name: isOwnSession ? "take-on" : "take-on-all",
    text: ["select ", TAKE_ON, ...local.map(([name], i) => `, set_config('${name}', $${i + 3}, true)`)].join(""),
    values: [role, tenantId, ...local.map(([, value]) => value)],
    silent: true,
  };
  return { alone: [takeOn], block: [BEGIN, takeOn], close: [] };
}

interface Literals {
  readonly role: string;
  /** "" for none. */
  readonly tenantId: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** What ends a whole transaction is the coordinator's to watch. */
const COORDINATORS = new Set(["statement_timeout", "idle_in_transaction_session_timeout"]);

/** A Citus coordinator passes SET LOCAL of a literal on to its workers once it is told to, but never set_config. */
function literalSteps({ role, tenantId, settings }: Literals): Step[] {
  const entries = Object.entries(settings);
  const ofWhom = (isCoordinators: boolean) =>
    entries
      .filter(([name]) => COORDINATORS.has(name) === isCoordinators)
      .map(([name, value]) => `set local ${name} = ${value}`);
  return [
    `set local role ${role}`,
    ...ofWhom(true),
    `set local citus.propagate_set_commands = 'local'`,
    ...ofWhom(false),
    `set local app.tenant_id = '${tenantId}'`,
  ].map((text) => ({ text, values: [], silent: true }));
}

/** Gives a session of our own its settings for as long as it lasts. */
export function settleStep(settings: Readonly<Record<string, string>>): Step {
  const entries = Object.entries(settings);
  const calls = entries.map(([name], i) => `set_config('${name}', $${i + 1}, false)`);
  return { text: `select ${calls.join(", ")}`, values: entries.map(([, value]) => value), silent: true };
}
