import { readFileSync } from "node:fs";
import { CliError } from "./output/cli-error.ts";

/** Settings that are secrets, or hold one: they may be in a file instead, and are never repeated in a message. */
export const secretSettings = [
  "DATABASE_URL",
  "DATABASE_REPLICA_URL",
  "ROLLCALL_PEPPER",
  "ROLLCALL_PREVIOUS_PEPPER",
  "ROLLCALL_API_KEY",
] as const;

/**
 * The variables together with the secrets in the files that `<NAME>_FILE` names. The line break at the end of a file does
 * not count.
 * @throws CliError `bad_setting` when a secret is given both ways, or its file cannot be read.
 */
export function readSecretFiles(variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const secrets = secretSettings.flatMap((name) => {
    const file = variables[fileVariable(name)];
    if (file === undefined) return [];
    if (variables[name] !== undefined) {
      throw new CliError("bad_setting", `${name} and ${fileVariable(name)} are both set: set one of them.`);
    }
    return [[name, readSecret(name, file)] as const];
  });
  return { ...variables, ...Object.fromEntries(secrets) };
}

/** The variable that names the file of a secret. */
export function fileVariable(name: string): string {
  return `${name}_FILE`;
}

function readSecret(name: string, file: string): string {
  try {
    return readFileSync(file, "utf8").replace(/\r?\n$/, "");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliError("bad_setting", `The file of ${fileVariable(name)} cannot be read: ${reason}`, { cause: error });
  }
}
