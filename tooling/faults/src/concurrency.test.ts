import { Agent } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type Cluster, openCluster } from "./cluster/open-cluster.ts";
import type { FeedEvent } from "./checker/feed-event.ts";
import { readDirectory } from "./round/read-directory.ts";
import { readFeed } from "./round/read-feed.ts";
import { createPerformer, type Performer } from "./workload/performer.ts";
import type { Action, Operation } from "./workload/operation.ts";
import { createTenant, type Tenant } from "./workload/tenant.ts";

const TIMEOUT_MS = 10 * 60_000;
const GROUP_RACES = 20;
const MEMBERS = 75;

let cluster: Cluster;
let tenant: Tenant;
let performer: Performer;
const agent = new Agent({ keepAlive: true });

beforeAll(async () => {
  cluster = await openCluster();
  tenant = await createTenant(cluster.replicas[0], "Races");
  performer = createPerformer({ replicas: () => cluster.replicas, tenant, agent });
}, TIMEOUT_MS);

afterAll(async () => {
  agent.destroy();
  await cluster[Symbol.asyncDispose]();
});

describe("two replicas at once", { timeout: TIMEOUT_MS }, () => {
  it("let one of 100 parallel creates of one userName win, with one event", async () => {
    const create = { kind: "create user", userName: "wanted@example.com", active: true } as const;
    const operations = await atOnce(Array.from({ length: 100 }, () => create));
    expect(answers(operations)).toEqual({ 201: 1, 409: 99 });
    const isWanted = (event: FeedEvent) =>
      event.kind === "user created" && event.user.userName === "wanted@example.com";
    expect((await feedSoFar()).filter(isWanted)).toHaveLength(1);
  });

  it("let one of 20 PUTs with one ETag win, with one event", async () => {
    const userId = await make({ kind: "create user", userName: "written@example.com", active: true });
    const put = { kind: "replace user", userId, userName: "written@example.com", active: true, ifVersion: 1 } as const;
    const operations = await atOnce(Array.from({ length: 20 }, () => put));
    expect(answers(operations)).toEqual({ 200: 1, 412: 19 });
    const updates = (await feedSoFar()).filter((event) => event.kind === "user updated" && event.userId === userId);
    expect(updates).toHaveLength(1);
  });

  it(`make an exact set of 50 adds and 25 removes on one group, ${GROUP_RACES} times`, async () => {
    const ids = await Promise.all(
      Array.from({ length: MEMBERS }, (_, i) => make({ kind: "create user", userName: `member-${i}`, active: true })),
    );
    const [removed, added] = [ids.slice(0, 25), ids.slice(25)];
    for (let race = 1; race <= GROUP_RACES; race++) {
      const groupId = await make({ kind: "create group", add: removed });
      const change = { kind: "change group", groupId, rename: false } as const;
      const adds = added.map((id) => ({ ...change, add: [id], remove: [] }));
      const removes = removed.map((id) => ({ ...change, add: [], remove: [id] }));
      expect(answers(await atOnce([...adds, ...removes]))).toEqual({ 200: MEMBERS });
      for (const replica of cluster.replicas) {
        const group = (await readDirectory({ replica, tenant, agent })).groups.get(groupId);
        expect(group?.memberIds).toEqual(new Set(added));
        expect(group?.version).toBe(1 + MEMBERS);
      }
    }
  });
});

/** Every second one goes to the other replica. */
async function atOnce(actions: readonly Action[]): Promise<Operation[]> {
  return await Promise.all(
    actions.map((action, worker) => performer.perform({ stamp: performer.nextStamp(), worker, action })),
  );
}

/** How often each status was answered. */
function answers(operations: readonly Operation[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome } of operations) {
    const status = outcome.status ?? outcome.kind;
    counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
}

async function make(action: Action): Promise<string> {
  const { outcome } = await performer.perform({ stamp: performer.nextStamp(), worker: 0, action });
  if (outcome.kind !== "acknowledged" || outcome.id === undefined) throw new Error(JSON.stringify(outcome));
  return outcome.id;
}

/** The whole feed, up to a group that is made for the purpose. */
async function feedSoFar(): Promise<FeedEvent[]> {
  const groupId = await make({ kind: "create group", add: [] });
  const [replica] = cluster.replicas;
  return await readFeed(
    { replica, tenant, agent },
    (event) => event.kind === "group created" && event.groupId === groupId,
  );
}
