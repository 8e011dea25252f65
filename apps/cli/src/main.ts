import { CommanderError } from "commander";
import { readEnvironment } from "./env.ts";
import { describeFailure } from "./output/describe-failure.ts";
import { createProgram } from "./program.ts";

// Whoever read our output has gone, as in `rollcall … | head`: end as SIGPIPE would have it, but with cleaning up.
process.stdout.on("error", () => process.kill(process.pid, "SIGTERM"));
process.stderr.on("error", () => undefined);

// A diagnostic report, which Node writes when it is told to or dies, would tell all secrets of the environment.
process.report.excludeEnv = true;

const HELP_CODES = /^commander\.(help|helpDisplayed|version)$/;

try {
  await createProgram({ env: readEnvironment() }).parseAsync();
} catch (error) {
  fail(error);
}

/** Ends at once: what was going on, such as a simulation, has no more to say. */
function fail(error: unknown): never {
  // Help and the version leave as errors too, after they were written.
  if (error instanceof CommanderError && HELP_CODES.test(error.code)) process.exit(error.exitCode);
  const failure = describeFailure(error);
  const asJson = process.argv.includes("--json");
  process.stderr.write(`${asJson ? JSON.stringify({ error: failure }) : failure.message}\n`);
  process.exit(1);
}
