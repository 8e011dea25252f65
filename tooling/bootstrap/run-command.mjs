import { spawn } from "node:child_process";
import { constants } from "node:os";
import { basename } from "node:path";
import { say } from "./say.mjs";

const FORWARDED_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
/** npm passes a Ctrl-C on although the terminal has already sent it to us: two within this time are one. */
const SAME_SIGNAL_MS = 300;

/**
 * Runs a command to its end; signals that we get, it gets. A failure is said in one line.
 *
 * @param command program and arguments
 * @returns its exit code, which is 128 + the signal's number when a signal ended it, as shells have it; and whether we
 *   got a signal meanwhile
 */
export function runCommand([program, ...args], options) {
  return new Promise((resolve) => {
    const child = spawn(program, args, options);
    const forwarding = forwardSignals(child);
    const finish = (exitCode, reason) => {
      const interrupted = forwarding.stop();
      if (exitCode !== 0 && !interrupted) say(`failed: ${[basename(program), ...args].join(" ")} (${reason})`);
      resolve({ exitCode, interrupted });
    };
    child.once("error", (error) => finish(127, error.message));
    child.once("exit", (code, signal) => {
      if (signal) finish(128 + constants.signals[signal], signal);
      else finish(code, `exit code ${code}`);
    });
  });
}

function forwardSignals(child) {
  let last;
  const forward = (signal) => {
    const repeated = last?.signal === signal && performance.now() - last.at < SAME_SIGNAL_MS;
    last = { signal, at: performance.now() };
    if (!repeated) child.kill(signal);
  };
  for (const signal of FORWARDED_SIGNALS) process.on(signal, forward);
  return {
    /** @returns whether there was a signal */
    stop() {
      for (const signal of FORWARDED_SIGNALS) process.removeListener(signal, forward);
      return last !== undefined;
    },
  };
}
