import type { Oddity } from "../checker/evidence.ts";
import { idsOf } from "../workload/ids-of.ts";
import type { Operation, Outcome } from "../workload/operation.ts";
import type { Round } from "./run-round.ts";

/** One line about a round, and below it each oddity with the operations that it concerns. */
export function renderRound(round: Round): string {
  const { seed, faults, history, events, oddities, durationMs } = round;
  const line = [
    `round ${seed}`,
    faults.join(" + "),
    `${history.length} operations (${renderOutcomes([round])})`,
    `${events} events`,
    `${(durationMs / 1000).toFixed(1)} s`,
  ].join(" · ");
  return [line, ...oddities.flatMap((oddity) => renderOddity(oddity, history))].join("\n");
}

/** The figures of all rounds in one sentence. */
export function renderSummary(rounds: readonly Round[]): string {
  const total = (count: (round: Round) => number) => rounds.reduce((sum, round) => sum + count(round), 0);
  const slowestMs = Math.max(0, ...rounds.flatMap(({ history }) => history.map((it) => it.endedAt - it.startedAt)));
  return [
    `${rounds.length} rounds`,
    `${total(({ history }) => history.length)} operations (${renderOutcomes(rounds)})`,
    `${total(({ events }) => events)} events`,
    `slowest answer ${(slowestMs / 1000).toFixed(1)} s`,
    `${(total(({ durationMs }) => durationMs) / 1000).toFixed(0)} s`,
    `${total(({ oddities }) => oddities.length)} oddities`,
  ].join(" · ");
}

function renderOutcomes(rounds: readonly Round[]): string {
  const count = (kind: Outcome["kind"]) =>
    rounds.reduce((sum, { history }) => sum + history.filter(({ outcome }) => outcome.kind === kind).length, 0);
  const kinds = ["acknowledged", "refused", "unknown"] as const satisfies readonly Outcome["kind"][];
  return kinds.map((kind) => `${count(kind)} ${kind}`).join(", ");
}

function renderOddity({ what, about }: Oddity, history: readonly Operation[]): string[] {
  const concerned = history.filter((operation) => idsOf(operation).some((id) => about.includes(id)));
  return [`  ODD: ${what}`, ...concerned.map((operation) => `    ${renderOperation(operation)}`)];
}

function renderOperation({ stamp, worker, replica, startedAt, endedAt, action, outcome }: Operation): string {
  const when = `${startedAt.toFixed(0)}–${endedAt.toFixed(0)} ms`;
  return `#${stamp} worker ${worker}, replica ${replica}, ${when}: ${JSON.stringify(action)} → ${JSON.stringify(outcome)}`;
}
