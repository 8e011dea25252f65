import { Client } from "pg";
import { z } from "zod";
import { planNode, type PlanNode } from "./plan-node.ts";

/** A statement that was run, as Postgres ran it. */
export interface RecordedPlan {
  /** The name it was sent under; undefined when it had none, or was sent by Postgres itself for a foreign key. */
  readonly name: string | undefined;
  readonly text: string;
  readonly plan: PlanNode;
}

/** Whether statements are planned for the values they come with, or once for all. */
export type PlanMode = "generic" | "custom";

/**
 * The connection string by which every statement's plan is told to the client, as a notice. Only a superuser may ask for
 * that; what plans look like depends on the role that a transaction takes on.
 */
export function withPlans(databaseUrl: string, mode: PlanMode): string {
  const settings = {
    session_preload_libraries: "auto_explain",
    "auto_explain.log_min_duration": "0",
    "auto_explain.log_analyze": "on",
    "auto_explain.log_buffers": "on",
    "auto_explain.log_timing": "off",
    "auto_explain.log_format": "json",
    "auto_explain.log_level": "notice",
    "auto_explain.log_nested_statements": "on",
    "auto_explain.log_parameter_max_length": "0",
    plan_cache_mode: `force_${mode}_plan`,
  };
  const url = new URL(databaseUrl);
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  url.searchParams.set("options", options.join(" "));
  return url.href;
}

export interface PlanRecorder {
  /** The plans since the last call, in the order in which the statements ended. */
  readonly take: () => RecordedPlan[];
}

/**
 * From here on, and for this whole process, connections of `withPlans` are listened to: to the statements they prepare,
 * and to the plans they are told. So the statements are the very ones that repositories send.
 */
export function recordPlans(): PlanRecorder {
  const names = new Map<string, string>();
  const heard = new WeakSet<object>();
  let plans: RecordedPlan[] = [];
  wrap(Client.prototype, "query", (client) => {
    if (!(client instanceof Client) || heard.has(client)) return;
    heard.add(client);
    client.on("notice", ({ message }) => hear(message ?? ""));
    wrap(client.connection, "parse", (_, [prepared]) => {
      const { name, text } = preparation.parse(prepared);
      if (name !== undefined && name !== "") names.set(text.trim(), name);
    });
  });
  return {
    take() {
      const taken = plans;
      plans = [];
      return taken;
    },
  };

  function hear(message: string): void {
    const [, json] = /^duration: [\d.]+ ms {2}plan:\n(.*)$/s.exec(message) ?? [];
    if (json === undefined) return;
    const { "Query Text": text, Plan: plan } = explained.parse(JSON.parse(json));
    plans.push({ name: names.get(text.trim()), text, plan });
  }
}

const preparation = z.object({ name: z.string().optional(), text: z.string() });
const explained = z.object({ "Query Text": z.string(), Plan: planNode });

/** Has `before` hear of each call of a method. */
function wrap(owner: object, method: string, before: (self: unknown, values: unknown[]) => void): void {
  const original: unknown = Reflect.get(owner, method);
  if (typeof original !== "function") throw new TypeError(`pg has no method ${method}`);
  const wrapped = new Proxy(original, {
    apply(target, self: unknown, values: unknown[]): unknown {
      before(self, values);
      return Reflect.apply(target, self, values);
    },
  });
  Reflect.set(owner, method, wrapped);
}
