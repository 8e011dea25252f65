import { randomInt } from "node:crypto";
import type { Person } from "../company/company.ts";

/** A user as Okta's suites invent them: new in each run, mixed case, at atko.com. */
export function runscopePerson(): Person {
  const surname = capitalise(randomLetters());
  const number = randomInt(100, 1000);
  const userName = `${capitalise(randomLetters())}.${surname}${number}@atko.com`;
  const givenName = `Runscope${number}`;
  return {
    oktaId: `00u${(randomLetters() + randomLetters() + randomLetters()).slice(0, 17)}`,
    userName,
    email: userName,
    givenName,
    familyName: surname,
    displayName: `${givenName} ${surname}`,
    title: "Probe",
    department: "Quality",
    employeeNumber: `R${number}`,
    costCenter: "CC-9999",
    locale: "en-US",
    phone: "+1 415 555 0100",
  };
}

function randomLetters(): string {
  return Array.from({ length: 8 }, () => String.fromCodePoint(97 + randomInt(26))).join("");
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
