import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { openCluster } from "../cluster/open-cluster.ts";
import { createTenant } from "../workload/tenant.ts";
import { type Answered, ask } from "./ask.ts";

/** Measures what a tenant that asks as much as it can does to the requests of another, on one replica. */

const FLOOD_CONNECTIONS = 200;
const PHASE_MS = 15_000;
const QUIET = { connections: 2, pauseMs: 20 };
const FLOOD = fileURLToPath(new URL("flood.ts", import.meta.url));

// The replicas and Postgres end with this process, however it ends.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

await using cluster = await openCluster();
const [replica] = cluster.replicas;
const { scimUrl } = replica.address;
const quiet = await createTenant(replica, "Quiet");
const noisy = await createTenant(replica, "Noisy");

const askQuietly = () => ask({ scimUrl, token: quiet.token, ...QUIET, until: AbortSignal.timeout(PHASE_MS) });

// Once without a look at it: code and statements are compiled.
await askQuietly();
report("alone", await askQuietly());
const flood = fork(FLOOD, [scimUrl, noisy.token, String(FLOOD_CONNECTIONS)]);
report(`beside ${FLOOD_CONNECTIONS} connections`, await askQuietly());
const flooded = once(flood, "message");
flood.send("stop");
const [statuses] = await flooded;
console.log(`the flood itself: ${count(z.array(z.union([z.number(), z.literal("none")])).parse(statuses))}`);
report("alone again", await askQuietly());

function report(phase: string, answers: readonly Answered[]): void {
  const times = answers.map(({ tookMs }) => tookMs).toSorted((left, right) => left - right);
  const at = (share: number) => `${(times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1)} ms`;
  console.log(`quiet tenant ${phase}: p50 ${at(0.5)}, p99 ${at(0.99)}, ${count(answers.map(({ status }) => status))}`);
}

/** As in `120 × 200, 3 × 429`. */
function count(statuses: readonly Answered["status"][]): string {
  const groups = Object.entries(Object.groupBy(statuses, String));
  return groups.map(([status, all = []]) => `${all.length} × ${status}`).join(", ");
}
