import { openCluster } from "../cluster/open-cluster.ts";
import { type Round, runRound } from "./run-round.ts";

export interface RoundsOptions {
  readonly rounds: number;
  /** Of the first round; each further one has the next number. */
  readonly seed: number;
  readonly onRound?: (round: Round) => void;
}

/**
 * Runs rounds on one cluster, each with a tenant of its own, whatever the earlier ones found.
 * @throws Error that names the round in which the cluster did not come back
 */
export async function runRounds({ rounds, seed, onRound }: RoundsOptions): Promise<Round[]> {
  await using cluster = await openCluster();
  const done: Round[] = [];
  for (let index = 0; index < rounds; index++) {
    const round = await runRound(cluster, seed + index).catch((error: unknown): never => {
      const logs = cluster.replicas.map((replica) => `replica ${replica.name} wrote:\n${replica.log()}`);
      throw new Error([`round ${seed + index} did not come to its end`, ...logs].join("\n"), { cause: error });
    });
    onRound?.(round);
    done.push(round);
  }
  return done;
}
