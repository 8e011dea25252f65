import type { Company } from "./company.ts";
import { generateGroups } from "./generate-groups.ts";
import { generatePeople } from "./generate-people.ts";
import { createRandom } from "./random.ts";

export interface CompanyOptions {
  readonly people: number;
  readonly groups: number;
  readonly seed: number;
  /** Domain of every e-mail address; its first label, capitalised, is the company's name. */
  readonly domain: string;
}

/** An invented company with realistic, awkward names. The same options give the same company. */
export function generateCompany({ people, groups, seed, domain }: CompanyOptions): Company {
  const random = createRandom(seed, domain);
  const staff = generatePeople(random, domain, people);
  return { domain, people: staff, groups: generateGroups(random, { domain, staff, count: groups }) };
}
