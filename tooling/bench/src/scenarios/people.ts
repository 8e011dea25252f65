import { randomUUID } from "node:crypto";
import type { Person } from "./bodies.ts";

/** Somebody nobody has heard of. */
export function newPerson(): Person {
  const number = randomUUID();
  return { userName: `Xiomara.Castellanos.${number}@example.com`, number, title: "Systems Analyst" };
}

/** Somebody who was seeded. */
export function personOf(userName: string): Omit<Person, "title"> {
  return { userName, number: /\d{8}/.exec(userName)?.[0] ?? userName };
}

/** The n-th of a list that begins again at its end. */
export function pick<TItem>(items: readonly TItem[], n: number): TItem {
  const item = items[n % items.length];
  if (item === undefined) throw new Error("the directory has none");
  return item;
}
