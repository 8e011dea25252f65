import type { Agent } from "node:http";
import type { Replica } from "../cluster/replica.ts";
import { type HttpReply, send } from "../http/send.ts";
import type { Action, Operation } from "./operation.ts";
import type { Tenant } from "./tenant.ts";
import { toOutcome } from "./to-outcome.ts";
import { toRequest } from "./to-request.ts";

/** Sends operations and writes the history of a round. */
export interface Performer {
  /** What has ended so far. */
  readonly history: readonly Operation[];
  nextStamp(): number;
  perform(work: Pick<Operation, "stamp" | "worker" | "action">): Promise<Operation>;
}

export interface PerformerOptions {
  /** Those to share the requests, asked before each. */
  readonly replicas: () => readonly Replica[];
  readonly tenant: Tenant;
  /** Connections to keep. */
  readonly agent: Agent;
}

/** A request that nobody listened to is sent to another replica. Whatever may have been seen is sent once. */
const MAX_TRIES = 3;

export function createPerformer(options: PerformerOptions): Performer {
  const history: Operation[] = [];
  let lastStamp = 0;
  return {
    history,
    nextStamp: () => ++lastStamp,
    async perform(work) {
      const startedAt = performance.now();
      const { replica, reply } = await deliver(options, work.action, work.stamp);
      const endedAt = performance.now();
      const operation = { ...work, replica, startedAt, endedAt, outcome: toOutcome(reply) };
      history.push(operation);
      return operation;
    },
  };
}

async function deliver(
  { replicas, tenant, agent }: PerformerOptions,
  action: Action,
  stamp: number,
): Promise<{ replica: string; reply: HttpReply }> {
  const { path, ...request } = toRequest(action, stamp);
  for (let attempt = 1; ; attempt++) {
    const candidates = replicas();
    const replica = candidates[(stamp + attempt) % candidates.length];
    if (replica === undefined) throw new Error("there is no replica to ask");
    const url = replica.address.scimUrl + path;
    const reply = await send({ ...request, url, token: tenant.token, agent });
    const unsent = reply.kind === "unanswered" && !reply.sent;
    if (!unsent || attempt === MAX_TRIES) return { replica: replica.name, reply };
  }
}
