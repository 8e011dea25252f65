import { AggregatorRegistry, collectDefaultMetrics, Histogram, Registry } from "prom-client";

/** From a cached read to a slow import page. */
const DURATION_BUCKETS_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const HTTP_LABELS = ["service", "method", "route", "status"] as const;

export interface Metrics {
  /** Register further metrics here. */
  readonly registry: Registry;
  readonly httpRequestDuration: Histogram<(typeof HTTP_LABELS)[number]>;
  /** What `/metrics` answers, as Prometheus text; where several processes serve one port, that of all of them. */
  readonly render: () => Promise<string>;
}

/** The metrics of one process, fit to be sent to another. */
export type MetricsSnapshot = Awaited<ReturnType<Registry["getMetricsAsJSON"]>>;

export interface MetricsOptions {
  /** On every metric, where there are several processes: their series stay apart, so that counters never go back. */
  readonly process?: string;
}

/** Metrics of one process: Node's own, and the duration of HTTP requests. Nothing is registered globally. */
export function createMetrics({ process }: MetricsOptions = {}): Metrics {
  const registry = new Registry();
  if (process !== undefined) registry.setDefaultLabels({ process });
  collectDefaultMetrics({ register: registry });
  const httpRequestDuration = new Histogram({
    name: "rollcall_http_request_duration_seconds",
    help: "Time from the arrival of an HTTP request to the end of its response.",
    labelNames: HTTP_LABELS,
    buckets: DURATION_BUCKETS_SECONDS,
    registers: [registry],
  });
  return { registry, httpRequestDuration, render: () => registry.metrics() };
}

/** Prometheus text of several processes, each metric described once. */
export async function renderSnapshots(snapshots: readonly MetricsSnapshot[]): Promise<string> {
  return await AggregatorRegistry.aggregate([...snapshots]).metrics();
}
