import { REFUSED, type Target } from "./target.ts";

/** Reads sums such as `(1+2)+3`, and goes wrong where only one who learns from what was reached will come. */
export const toyTarget: Target = {
  name: "toy",
  seeds: ["1+2"],
  dictionary: ["(", ")", "+", "1"],
  maxLength: 200,
  covers: /toy\.fixture\.ts/u,
  maxStepsPerCharacter: 100,
  attempt: (input) => readSum(input.split(""), 0),
};

/** Takes a step for each pair of characters. */
export const quadraticTarget: Target = {
  ...toyTarget,
  maxLength: 600,
  attempt: (input) => String(countPairs(input)),
};

function readSum(rest: string[], depth: number): string {
  const next = rest.shift();
  if (next === "(") {
    if (depth === 3) return readDeep(rest);
    return readSum(rest, depth + 1);
  }
  return next === "1" ? "read" : `${REFUSED}not a sum`;
}

function readDeep(rest: string[]): string {
  if (rest.shift() !== "+") return `${REFUSED}no plus`;
  if (rest.shift() !== ")") return `${REFUSED}no end`;
  throw new RangeError(`Planted, before ${JSON.stringify(rest.join(""))}.`);
}

function countPairs(input: string): boolean {
  let isEven = true;
  for (const left of input) {
    for (const right of input) {
      if (left === right) isEven = !isEven;
    }
  }
  return isEven;
}
