import { renderExchange } from "./render-exchange.ts";
import { isFailed, isUnmet, type Requirement, type Step } from "./step.ts";

/** One step as text: what the admin did, what was asked and answered, what Okta required. No trailing newline. */
export function renderStep(step: Step): string {
  const { folded } = step;
  if (folded)
    return `${renderTitle(step)} – ${folded.steps} done, ${folded.requests} requests, ${folded.met} requirements met`;
  const failed = isFailed(step);
  const shown = failed ? step.requests : step.requests.slice(0, MAX_SHOWN_EXCHANGES);
  const hidden = step.requests.length - shown.length;
  return [
    renderTitle(step),
    ...shown.flatMap((exchange) => renderExchange(exchange, { whole: failed })),
    ...(hidden === 0 ? [] : [`    … and ${hidden} more requests`]),
    ...(failed ? renderFailures(step) : renderMet(step)),
  ].join("\n");
}

export function renderTitle(step: Step): string {
  return `${isFailed(step) ? "✗" : "✓"} [${step.app} ${step.row}] ${step.action}`;
}

/** The unmet requirements in full, the others as a count. */
export function renderFailures({ requirements }: Step): string[] {
  const unmet = requirements.filter(isUnmet);
  const others = requirements.length - unmet.length;
  return [
    ...unmet.map((requirement) => renderRequirement("✗", requirement)),
    ...(others === 0 ? [] : [`    ✓ ${others} other requirements`]),
  ];
}

/** An import of thousands asks page after page; a few show how. */
const MAX_SHOWN_EXCHANGES = 12;

/** Each requirement once, with how often it was met. */
function renderMet({ requirements }: Step): string[] {
  const counts = new Map<string, number>();
  for (const requirement of requirements) {
    const line = renderRequirement(requirement.met ? "✓" : "·", requirement);
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return [...counts].map(([line, count]) => (count === 1 ? line : `${line} (×${count})`));
}

function renderRequirement(mark: string, { text, found }: Requirement): string {
  return `    ${mark} ${text}${found === undefined ? "" : ` – found ${found}`}`;
}
