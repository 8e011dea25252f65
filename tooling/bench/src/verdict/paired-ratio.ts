import type { Measurement } from "../run/measurement.ts";
import { median } from "../run/median.ts";

/** CPU of one divided by CPU of the other: the median over the rounds, as what disturbs a round disturbs both in it. */
export function pairedRatio(above: Measurement, below: Measurement): number {
  return median(above.cpuMsByRound.map((cpuMs, round) => cpuMs / (below.cpuMsByRound[round] ?? below.cpuMs)));
}
