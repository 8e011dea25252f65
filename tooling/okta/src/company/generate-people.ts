import type { Person } from "./company.ts";
import { cultures } from "./cultures.ts";
import { departments } from "./departments.ts";
import type { Random } from "./random.ts";

/** `count` people; the first leads the company and everyone else has a manager before them in the list. */
export function generatePeople(random: Random, domain: string, count: number): Person[] {
  const uniqueLocalPart = createLocalParts();
  const people: Person[] = [];
  for (let index = 0; index < count; index += 1) {
    people.push(generatePerson({ random, domain, uniqueLocalPart, index, people }));
  }
  return people;
}

/** One manager leads at most this many people. */
const SPAN_OF_CONTROL = 7;
/** One userName in this many keeps capital letters, as people type them. */
const MIXED_CASE_EVERY = 6;

interface PersonOptions {
  readonly random: Random;
  readonly domain: string;
  readonly uniqueLocalPart: (wanted: string) => string;
  readonly index: number;
  /** Everyone made so far. */
  readonly people: readonly Person[];
}

function generatePerson({ random, domain, uniqueLocalPart, index, people }: PersonOptions): Person {
  const culture = random.pick(cultures);
  const [givenName, asciiGiven] = random.pick(culture.given);
  const [familyName, asciiFamily] = random.pick(culture.family);
  const department = random.pick(departments);
  const manager = index === 0 ? undefined : people[Math.floor((index - 1) / SPAN_OF_CONTROL)];
  const localPart = uniqueLocalPart(`${asciiGiven}.${asciiFamily}`);
  return {
    oktaId: `00u${random.alphanumeric(17)}`,
    userName: `${index % MIXED_CASE_EVERY === 1 ? capitalise(localPart) : localPart}@${domain}`,
    email: `${localPart}@${domain}`,
    givenName,
    familyName,
    displayName: `${givenName} ${familyName}`,
    title: index === 0 ? "Chief Executive" : random.pick(department.titles),
    department: department.name,
    employeeNumber: String(100_000 + index),
    costCenter: department.costCenter,
    locale: culture.locale,
    phone: `${culture.phonePrefix} ${String(random.integer(10_000)).padStart(4, "0")}`,
    ...(manager && { manager: { employeeNumber: manager.employeeNumber, displayName: manager.displayName } }),
  };
}

function createLocalParts(): (wanted: string) => string {
  const taken = new Map<string, number>();
  return (wanted) => {
    const count = (taken.get(wanted) ?? 0) + 1;
    taken.set(wanted, count);
    return count === 1 ? wanted : `${wanted}${count}`;
  };
}

function capitalise(localPart: string): string {
  return localPart.replaceAll(/(?<![a-z])[a-z]/gu, (letter) => letter.toUpperCase());
}
