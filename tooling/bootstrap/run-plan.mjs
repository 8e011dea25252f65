import { REPO_ROOT } from "./paths.mjs";
import { runCommand } from "./run-command.mjs";
import { say } from "./say.mjs";

/**
 * Runs the commands one after another, the later ones also when an earlier one failed, so that one run shows all
 * that is wrong. A signal ends the plan.
 *
 * @returns 0, or the exit code of the first command that failed
 */
export async function runPlan(commands, env) {
  const failures = [];
  for (const command of commands) {
    if (commands.length > 1) say(command.join(" "));
    const { exitCode, interrupted } = await runCommand(command, { cwd: REPO_ROOT, env, stdio: "inherit" });
    if (exitCode !== 0) failures.push({ command, exitCode });
    if (interrupted) break;
  }
  if (commands.length > 1 && failures.length > 0) {
    say(`failed: ${failures.map(({ command }) => command.join(" ")).join("; ")}`);
  }
  return failures[0]?.exitCode ?? 0;
}
