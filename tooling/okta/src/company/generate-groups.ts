import type { CompanyGroup, Person } from "./company.ts";
import { departments } from "./departments.ts";
import type { Random } from "./random.ts";

export interface GroupsOptions {
  readonly domain: string;
  readonly staff: readonly Person[];
  readonly count: number;
}

/** The whole staff, then one group for each department, then project teams, some of them still empty. */
export function generateGroups(random: Random, { domain, staff, count }: GroupsOptions): CompanyGroup[] {
  // The name keeps the groups of two companies in one tenant apart.
  const suffix = `(${companyName(domain)})`;
  return Array.from({ length: count }, (_, index) => {
    const department = departments[index - 1];
    const oktaId = `00g${random.alphanumeric(17)}`;
    if (index === 0) return { oktaId, name: `All Staff ${suffix}`, members: staff };
    if (department) {
      return {
        oktaId,
        name: `${department.name} ${suffix}`,
        members: staff.filter((person) => person.department === department.name),
      };
    }
    return { oktaId, name: `Project ${index - departments.length} ${suffix}`, members: team(random, staff, index) };
  });
}

const MAX_TEAM_SIZE = 12;
/** One project team in this many has no members yet: Okta pushes empty groups too. */
const EMPTY_TEAM_EVERY = 5;

function team(random: Random, staff: readonly Person[], index: number): Person[] {
  if (index % EMPTY_TEAM_EVERY === 0) return [];
  const size = Math.min(staff.length, 1 + random.integer(MAX_TEAM_SIZE));
  const start = random.integer(staff.length);
  return Array.from({ length: size }, (_, offset) => staff[(start + offset) % staff.length]).filter(
    (person) => person !== undefined,
  );
}

function companyName(domain: string): string {
  const label = domain.split(".")[0] ?? domain;
  return label.charAt(0).toUpperCase() + label.slice(1);
}
