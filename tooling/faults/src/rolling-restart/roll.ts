import { Agent } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Cluster } from "../cluster/open-cluster.ts";
import type { Operation } from "../workload/operation.ts";
import { createPerformer, type Performer } from "../workload/performer.ts";
import { createTenant } from "../workload/tenant.ts";
import { openBalancer } from "./open-balancer.ts";

const CLIENTS = 20;
/** With as many clients, some 200 requests a second. */
const PAUSE_MS = 90;

/**
 * Restarts one replica after the other, each by SIGTERM, while clients write through a load balancer that keeps its
 * connections. It sends again only what nobody listened to: a request that may have been seen is never sent twice.
 * @returns every operation of the clients
 */
export async function roll({ replicas }: Cluster, restarts: number): Promise<readonly Operation[]> {
  await using balancer = openBalancer(replicas);
  const agent = new Agent({ keepAlive: true });
  const tenant = await createTenant(replicas[0], "Rolling restarts");
  const performer = createPerformer({ replicas: () => balancer.ready(), tenant, agent });
  const stop = new AbortController();
  const clients = Array.from({ length: CLIENTS }, (_, worker) => write(performer, worker, stop.signal));
  try {
    for (let index = 0; index < restarts; index++) {
      const replica = replicas[index % 2 === 0 ? 0 : 1];
      await replica.stop();
      await replica.revive();
      await replica.untilReady();
      await balancer.untilKnown(replica);
    }
  } finally {
    stop.abort();
    await Promise.all(clients);
    agent.destroy();
  }
  return performer.history;
}

/** Writes one user of its own, over and over. */
async function write(performer: Performer, worker: number, stop: AbortSignal): Promise<void> {
  const userName = `client-${worker}`;
  const created = await performer.perform({
    stamp: performer.nextStamp(),
    worker,
    action: { kind: "create user", userName, active: true },
  });
  const userId = created.outcome.kind === "acknowledged" ? created.outcome.id : undefined;
  if (userId === undefined) throw new Error(`no user to write: ${JSON.stringify(created.outcome)}`);
  while (!stop.aborted) {
    const action = { kind: "patch user", userId, userName, active: true, ifVersion: undefined } as const;
    await performer.perform({ stamp: performer.nextStamp(), worker, action });
    await sleep(PAUSE_MS);
  }
}
