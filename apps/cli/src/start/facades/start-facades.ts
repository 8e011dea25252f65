import { type Logger, type MetricsSnapshot, renderSnapshots } from "@rollcall/telemetry";
import { keepRunning } from "../../process/keep-running.ts";
import { claimPort } from "../listen.ts";
import { originOf } from "../serve.ts";
import { type ScimService, scimUrlAt } from "../serve-scim.ts";
import type { FacadeOrder } from "./duties.ts";
import { type Facade, spawnFacade } from "./spawn-facade.ts";

export interface FacadesOptions extends Omit<FacadeOrder, "name" | "port"> {
  readonly logger: Logger;
  /** What this process has measured. */
  readonly readOwnMetrics: () => Promise<MetricsSnapshot>;
}

export interface Facades extends ScimService {
  /** Aborted when one of them ends again and again; the reason is one sentence. */
  readonly failure: AbortSignal;
  /** The metrics of all processes, this one included. */
  readonly renderMetrics: () => Promise<string>;
}

/**
 * Serves SCIM from several processes on one port, among which the kernel divides the connections. One that ends is
 * replaced; meanwhile the others take its share.
 * @throws CliError why one of them does not start.
 */
export async function startFacades({ logger, readOwnMetrics, ...order }: FacadesOptions): Promise<Facades> {
  const { env } = order;
  const port = await claimPort({ host: env.host, port: env.scimPort, variable: "ROLLCALL_SCIM_PORT" });
  const stop = new AbortController();
  const failure = new AbortController();
  const running = new Map<string, Facade>();
  const names = Array.from({ length: env.workers }, (_, index) => `scim-${index + 1}`);

  const started = await Promise.allSettled(names.map(start));
  const kept = names.map(keep);
  const close = async () => {
    stop.abort();
    await Promise.all(kept);
  };
  const refused = started.find((outcome) => outcome.status === "rejected");
  if (refused !== undefined) {
    await close();
    throw refused.reason;
  }
  const scimUrl = scimUrlAt(originOf(env, port, env.tls !== undefined));
  return { scimUrl, failure: failure.signal, renderMetrics, close };

  async function start(name: string): Promise<Facade> {
    const options = { stop: stop.signal, duties: { metrics: renderMetrics } };
    const facade = await spawnFacade({ ...order, name, port }, options);
    running.set(name, facade);
    return facade;
  }

  async function keep(name: string): Promise<void> {
    const first = running.get(name);
    if (first === undefined) return;
    const onReplace = (how: string, delayMs: number) =>
      logger.error({ process: name, how, delayMs }, "a process that serves SCIM ended; another takes its place");
    await keepRunning(first, { start: () => start(name), stop: stop.signal, onReplace }).catch((error: unknown) =>
      failure.abort(error),
    );
  }

  async function renderMetrics(): Promise<string> {
    const others = [...running.values()].map((facade) => facade.readMetrics());
    return await renderSnapshots(await Promise.all([readOwnMetrics(), ...others]));
  }
}
