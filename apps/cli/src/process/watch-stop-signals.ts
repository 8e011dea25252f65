/** Ctrl-C in a terminal reaches us from the terminal and again through npm: within this time two are one. */
const SAME_SIGNAL_MS = 1_000;
const STOP_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** 128 + SIGINT, as shells have it. */
const INTERRUPTED_EXIT_CODE = 130;

/** Aborted at the first stop signal. A later one, of somebody who does not want to wait, ends the process at once. */
export function watchStopSignals(): AbortSignal {
  const stop = new AbortController();
  let firstAt: number | undefined;
  const onSignal = () => {
    firstAt ??= performance.now();
    if (performance.now() - firstAt > SAME_SIGNAL_MS) process.exit(INTERRUPTED_EXIT_CODE);
    stop.abort();
  };
  for (const signal of STOP_SIGNALS) process.on(signal, onSignal);
  return stop.signal;
}
