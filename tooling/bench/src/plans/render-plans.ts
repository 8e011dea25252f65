import { describePlan } from "./describe-plan.ts";
import type { RecordedPlan } from "./plan-recorder.ts";
import type { Operation } from "./walk.ts";

/** What both ways of planning came to, operation by operation; a plan that stood above already is only named. */
export function renderPlans(generic: readonly Operation[], custom: readonly Operation[]): string {
  const seen = new Map<string, string>();
  return generic
    .map(({ name, plans }, index) => {
      const others = (custom[index]?.plans ?? []).filter(readsTables);
      const parts = plans.filter(readsTables).map((plan, place) => renderPair(plan, others[place], seen));
      return `## ${name}\n\n${parts.join("\n")}`;
    })
    .join("\n");
}

/** What only takes on a role reads none. */
function readsTables({ plan }: RecordedPlan): boolean {
  return plan["Node Type"] !== "Result" || plan.Plans !== undefined;
}

function renderPair(generic: RecordedPlan, custom: RecordedPlan | undefined, seen: Map<string, string>): string {
  const label = labelOf(generic);
  const text = describePlan(generic.plan).join("\n");
  const other = custom === undefined ? text : describePlan(custom.plan).join("\n");
  const both = text === other ? text : `${text}\nfor the values at hand:\n${other}`;
  if (seen.get(label) === both) return `${label}: as above\n`;
  seen.set(label, both);
  return `${label}:\n${both}\n`;
}

/** A named statement's name without the hash of its text; of others the beginning. */
export function labelOf({ name, text }: RecordedPlan): string {
  return name?.replace(/-[\da-f]{8}$/, "") ?? beginningOf(text);
}

const MAX_LABEL_LENGTH = 100;

function beginningOf(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length <= MAX_LABEL_LENGTH ? line : `${line.slice(0, MAX_LABEL_LENGTH)}…`;
}
