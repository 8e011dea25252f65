import type { Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

export interface DrainOptions {
  /** Aborted first: `createHttpServer` was given its signal. */
  readonly draining: AbortController;
  /** For which new requests are still answered, until load balancers have seen that the process is not ready. */
  readonly graceMs: number;
  /** How long requests in hand may then take before they are cut. */
  readonly timeoutMs: number;
}

const IDLE_CHECK_INTERVAL_MS = 50;

/** Closes a server without failing a request: answers what comes during the grace, then accepts nothing new. */
export async function drainServer(server: Server, { draining, graceMs, timeoutMs }: DrainOptions): Promise<void> {
  draining.abort();
  await sleep(graceMs);
  const idleCheck = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_INTERVAL_MS);
  const deadline = setTimeout(() => server.closeAllConnections(), timeoutMs);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearInterval(idleCheck);
  clearTimeout(deadline);
}
