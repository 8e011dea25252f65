const METRIC = /^nodejs_eventloop_lag_max_seconds(?:\{[^}]*\})? (\S+)$/m;
const MS_PER_SECOND = 1_000;

/**
 * The longest that a server's event loop was late since it was last asked, in milliseconds, from its metrics. The server's
 * own measurement looks every 10 ms, so an idle one reports about as much.
 */
export async function eventLoopDelayMs(scimUrl: string): Promise<number> {
  const response = await fetch(new URL("/metrics", scimUrl));
  return parseEventLoopDelay(await response.text());
}

/** @throws Error when the metric is missing. */
export function parseEventLoopDelay(metrics: string): number {
  const [, seconds] = METRIC.exec(metrics) ?? [];
  if (seconds === undefined) throw new Error("the server's metrics do not tell of its event loop");
  return Number(seconds) * MS_PER_SECOND;
}
