import type { Environment } from "../env.ts";
import { CliError } from "../output/cli-error.ts";
import { parts } from "../parts.ts";

/** Whether all of Rollcall runs here. */
export function isWhole({ parts: run }: Pick<Environment, "parts">): boolean {
  return run.length === parts.length;
}

/** Refuses settings that leave a part without what the others have. @throws CliError `bad_setting`. */
export function checkParts(env: Environment): void {
  const { parts: run, databaseUrl, pepper, scimUrl, workers } = env;
  if (isWhole(env)) return;
  const only = `Only ${run.join(" and ")} would run here`;
  if (databaseUrl === undefined) throw refusal(`${only}: name the Postgres that all parts share in DATABASE_URL.`);
  if (pepper === undefined) throw refusal(`${only}: set ROLLCALL_PEPPER, the same for all parts.`);
  if (run.includes("api") && !run.includes("scim") && scimUrl === undefined) {
    throw refusal(`${only}: set ROLLCALL_SCIM_URL to what identity providers are told to call.`);
  }
  if (workers > 1 && !run.includes("scim")) {
    throw refusal(`${only}, but workers serve SCIM: leave --workers and ROLLCALL_WORKERS out.`);
  }
}

function refusal(sentence: string): CliError {
  return new CliError("bad_setting", sentence);
}
