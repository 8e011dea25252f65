import { expect, it } from "vitest";
import { faultNames } from "./round/faults.ts";
import { renderRound, renderSummary } from "./round/render-round.ts";
import { runRounds } from "./round/run-rounds.ts";

const ROUNDS = 50;
/** A hang guard: a round takes about a second on an idle machine. */
const TIMEOUT_MS = 20 * 60_000;

it(
  "loses nothing, invents nothing and tells everything, whatever is killed or cut",
  async () => {
    const rounds = await runRounds({ rounds: ROUNDS, seed: 1 });
    console.log(renderSummary(rounds));
    const odd = rounds.filter(({ oddities }) => oddities.length > 0);
    expect(odd.map(renderRound).join("\n")).toBe("");
    // What the rounds show is worth something only if everything happened in them.
    expect(new Set(rounds.flatMap(({ faults }) => faults))).toEqual(new Set(faultNames));
    const outcomes = rounds.flatMap(({ history }) => history.map(({ outcome }) => outcome.kind));
    expect(new Set(outcomes)).toEqual(new Set(["acknowledged", "refused", "unknown"]));
  },
  TIMEOUT_MS,
);
