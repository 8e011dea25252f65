import { type Command, InvalidArgumentError } from "commander";
import type { z } from "zod";
import type { Part } from "../parts.ts";
import { numberOfWorkers, partNames } from "../setting-values.ts";
import type { CommandContext } from "./command-context.ts";

interface StartOptions {
  readonly workers?: number;
  readonly only?: readonly Part[];
}

export function addStart(program: Command, { env }: CommandContext): void {
  program
    .command("start")
    .description("run everything: SCIM, the internal API, the jobs and, without DATABASE_URL, Postgres")
    .option("--workers <n>", "how many processes serve SCIM, on one port", asSetting(numberOfWorkers))
    .option("--only <parts>", "run only these of scim, api and jobs, with commas between them", asSetting(partNames))
    .action(async ({ workers = env.workers, only = env.parts }: StartOptions) => {
      // Loaded here, because the other commands would wait for all the servers' code as well.
      const { start } = await import("../start/start.ts");
      await start({ ...env, workers, parts: only });
    });
}

/** An option that may hold what the setting of the same meaning may. */
function asSetting<TValue>(schema: z.ZodType<TValue, string>): (text: string) => TValue {
  return (text) => {
    const { data, error } = schema.safeParse(text);
    if (error !== undefined) throw new InvalidArgumentError(`It must be ${error.issues[0]?.message}.`);
    return data;
  };
}
