import { bootstrapEnv } from "./bootstrap-env.mjs";
import { holdInstallLock } from "./install-lock.mjs";
import { installWorkspace } from "./install-workspace.mjs";
import { PLANS } from "./plans.mjs";
import { runPlan } from "./run-plan.mjs";
import { say } from "./say.mjs";

/** Installs what is missing, then runs the plan of the task. Every failure is a line on stderr and an exit code. */
export async function main([task, ...args]) {
  const plan = PLANS[task];
  if (!plan) {
    say(`there is no task "${task}"; there are: ${Object.keys(PLANS).join(", ")}`);
    process.exitCode = 2;
    return;
  }
  const env = bootstrapEnv(process.env);
  const release = await holdInstallLock();
  const { exitCode, binDirs } = await installWorkspace(env);
  release();
  const workspaceEnv = { ...env, PATH: [...binDirs, env.PATH].join(":"), TURBO_TELEMETRY_DISABLED: "1" };
  process.exitCode = exitCode || (await runPlan(plan(args), workspaceEnv));
}
