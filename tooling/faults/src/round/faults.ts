import type { Cluster } from "../cluster/open-cluster.ts";
import type { Random } from "../workload/random.ts";

/** One thing that goes wrong. */
interface Fault {
  /** Whether replicas that live may answer 503 because of it. */
  readonly affectsDatabase: boolean;
  strike(cluster: Cluster, random: Random): Promise<void> | void | undefined;
}

const DELAY_MS = 200;
const MAX_BYTES_BEFORE_CUT = 2_000;
/** One answer to COMMIT in so many is lost. */
const LOST_COMMITS = 4;

export const faultNames = [
  "kill a replica",
  "stop a replica",
  "kill Postgres",
  "cut all connections to Postgres",
  "lose answers to COMMIT",
  "cut answers of Postgres anywhere",
  "delay answers of Postgres",
  "refuse connections to Postgres",
] as const;
export type FaultName = (typeof faultNames)[number];

/** All that can happen to a cluster; `heal` ends whatever did. */
export const faults = {
  "kill a replica": { affectsDatabase: false, strike: ({ replicas }, random) => random.pick(replicas)?.kill() },
  "stop a replica": { affectsDatabase: false, strike: ({ replicas }, random) => random.pick(replicas)?.stop() },
  "kill Postgres": { affectsDatabase: true, strike: ({ postgres }) => postgres.kill() },
  "cut all connections to Postgres": { affectsDatabase: true, strike: ({ network }) => void network.cut() },
  "lose answers to COMMIT": {
    affectsDatabase: true,
    strike: ({ network }, random) =>
      network.cutAnswers((piece) => {
        const at = piece.indexOf("COMMIT");
        return at >= 0 && random.integer(LOST_COMMITS) === 0 ? at : undefined;
      }),
  },
  "cut answers of Postgres anywhere": {
    affectsDatabase: true,
    strike({ network }, random) {
      let left = random.integer(MAX_BYTES_BEFORE_CUT);
      network.cutAnswers((piece) => {
        left -= piece.length;
        if (left > 0) return undefined;
        const at = piece.length + left;
        left = random.integer(MAX_BYTES_BEFORE_CUT * 10);
        return at;
      });
    },
  },
  "delay answers of Postgres": { affectsDatabase: true, strike: ({ network }) => network.delay(DELAY_MS) },
  "refuse connections to Postgres": {
    affectsDatabase: true,
    strike({ network }) {
      network.refuse();
      network.cut();
    },
  },
} as const satisfies Record<FaultName, Fault>;

/** Makes the cluster whole again, the database first: without it no replica starts. */
export async function heal({ network, postgres, replicas }: Cluster): Promise<void> {
  network.heal();
  await postgres.revive();
  await Promise.all(replicas.map((replica) => replica.revive()));
  await Promise.all(replicas.map((replica) => replica.untilReady()));
}
