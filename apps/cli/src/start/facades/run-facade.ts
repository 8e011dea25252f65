import { createLogger, createMetrics, type MetricsSnapshot } from "@rollcall/telemetry";
import { openChannel } from "../../process/channel.ts";
import { untilAborted } from "../../process/until-aborted.ts";
import { watchStopSignals } from "../../process/watch-stop-signals.ts";
import { openWatchedDatabase } from "../open-watched-database.ts";
import { serveScim } from "../serve-scim.ts";
import type { FacadeDuties, FacadeOrder, MainDuties } from "./duties.ts";

/** Serves SCIM from this process, as its parent orders, until that or a signal says stop, or the parent has gone. */
export function runFacade(): void {
  const told = new AbortController();
  const stop = AbortSignal.any([watchStopSignals(), told.signal]);
  const readMetrics = Promise.withResolvers<() => Promise<MetricsSnapshot>>();
  // Without its parent nobody would ever stop it.
  process.once("disconnect", () => process.exit(1));
  const main = openChannel<MainDuties>(process, {
    async serve(order: FacadeOrder) {
      const service = await startService(order, { stop, renderAll: () => main.ask("metrics", undefined) });
      readMetrics.resolve(service.readMetrics);
      void untilAborted(stop)
        .then(service.close)
        .then(() => process.exit());
    },
    metrics: async () => (await readMetrics.promise)(),
    stop: async () => told.abort(),
  } satisfies FacadeDuties);
}

interface ServiceNeeds {
  readonly stop: AbortSignal;
  /** The metrics of all processes. */
  readonly renderAll: () => Promise<string>;
}

async function startService(order: FacadeOrder, { stop, renderAll }: ServiceNeeds) {
  const { name, env, peppers, databaseUrl, maxConnections, logLevel, port } = order;
  const logger = createLogger({ level: logLevel, name: "rollcall", destination: process.stderr });
  const database = openWatchedDatabase({ ...env, parts: ["scim"] }, { databaseUrl, maxConnections, logger });
  const metrics = createMetrics({ process: name });
  const context = { env, database, peppers, logger, stop, metrics: { ...metrics, render: renderAll } };
  const scim = await serveScim(context, { port, sharesPort: true });
  return {
    readMetrics: () => metrics.registry.getMetricsAsJSON(),
    close: async () => {
      await scim.close();
      await database.close();
    },
  };
}
