import { expect, it } from "vitest";
import { openCluster } from "./cluster/open-cluster.ts";
import { roll } from "./rolling-restart/roll.ts";

const RESTARTS = 10;
/** A hang guard. */
const TIMEOUT_MS = 10 * 60_000;

it(
  `answers every request during ${RESTARTS} rolling restarts`,
  async () => {
    await using cluster = await openCluster();
    const operations = await roll(cluster, RESTARTS);
    const failed = operations.filter(({ outcome }) => outcome.kind !== "acknowledged");
    expect(failed.map(({ replica, outcome }) => ({ replica, ...outcome }))).toEqual([]);
    expect(operations.length).toBeGreaterThan(RESTARTS);
  },
  TIMEOUT_MS,
);
