import type { Company } from "./company/company.ts";
import { generateCompany } from "./company/generate-company.ts";
import type { OktaApp } from "./report/step.ts";
import type { Cast } from "./rows/app-run.ts";

export interface PlannedCompany {
  readonly app: OktaApp;
  readonly company: Company;
  readonly cast: Cast;
}

export interface PlanOptions {
  readonly users: number;
  readonly groups: number;
  readonly seed: number;
  readonly apps: readonly OktaApp[];
}

/** Splits the people and groups over the apps, one company and e-mail domain each. @throws RangeError when too few. */
export function planCompanies({ users, groups, seed, apps }: PlanOptions): PlannedCompany[] {
  const chosen = [...new Set(apps)];
  if (chosen.length === 0) throw new RangeError("Choose at least one app: test-app, custom-app.");
  requireAtLeast("users", users, MIN_PEOPLE_PER_APP * chosen.length);
  requireAtLeast("groups", groups, MIN_GROUPS_PER_APP * chosen.length);
  return chosen.map((app, index) => {
    const shareOf = (total: number): number => Math.floor((total + chosen.length - 1 - index) / chosen.length);
    const company = generateCompany({ people: shareOf(users), groups: shareOf(groups), seed, domain: domains[app] });
    return { app, company, cast: castOf(company) };
  });
}

/** The story needs a newcomer, one whose profile changes, one who returns and one who leaves. */
const MIN_PEOPLE_PER_APP = 4;
const MIN_GROUPS_PER_APP = 1;

const domains = { "test-app": "nordlicht.example", "custom-app": "meridian.example" } as const satisfies Record<
  OktaApp,
  string
>;

function requireAtLeast(what: string, count: number, minimum: number): void {
  if (Number.isInteger(count) && count >= minimum) return;
  throw new RangeError(`The story needs at least ${minimum} ${what} over the chosen apps, not ${count}.`);
}

function castOf({ people, groups }: Company): Cast {
  const [newcomer, changed, returning] = people;
  const leaver = people.at(-1);
  const [group] = groups;
  if (!newcomer || !changed || !returning || !leaver || !group)
    throw new RangeError("The company is too small for the story.");
  return { newcomer, changed, returning, leaver, group };
}
