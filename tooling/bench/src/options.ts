import { parseArgs } from "node:util";
import { scenarioNames, type ScenarioName } from "./scenarios/scenario-name.ts";

export interface Options {
  readonly quick: boolean;
  /** Empty: all of them. */
  readonly only: readonly ScenarioName[];
  /** Undefined: the preset's. */
  readonly rounds: number | undefined;
  readonly json: boolean;
  readonly help: boolean;
}

const MAX_ROUNDS = 99;

export const USAGE = `node tooling/bench/src/main.ts [--quick] [--only SCENARIO]... [--rounds N] [--json]
Measures Rollcall against a bare Node server that does the same statements, on a Postgres of their own, and holds what
it finds against the targets. Exit status 1 when one is missed, or when any request fails.

  --quick          the targets' ratios at 1,000 users and whether costs grow up to 50,000, in less than two minutes;
                   without it, everything up to 1,000,000 users, and the results are written to docs/benchmarks
  --only SCENARIO  this one, and any others named likewise, and nothing is written: ${scenarioNames.join(", ")}
  --rounds N       how often everything is measured; the median counts
  --json           the figures on standard output as JSON, without tables`;

/** @throws Error of one sentence about what is wrong. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: "boolean", default: false },
      only: { type: "string", multiple: true, default: [] },
      rounds: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const { rounds, ...others } = values;
  return {
    ...others,
    only: values.only.map(readScenario),
    rounds: rounds === undefined ? undefined : readRounds(rounds),
  };
}

function readScenario(text: string): ScenarioName {
  const name = scenarioNames.find((each) => each === text);
  if (name === undefined) throw new Error(`--only is one of ${scenarioNames.join(", ")}, not ${text}.`);
  return name;
}

function readRounds(text: string): number {
  const rounds = Number(text);
  if (Number.isInteger(rounds) && rounds >= 1 && rounds <= MAX_ROUNDS) return rounds;
  throw new Error(`--rounds is a whole number from 1 to ${MAX_ROUNDS}, not ${text}.`);
}
