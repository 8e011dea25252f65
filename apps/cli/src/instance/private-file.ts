import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import type { z } from "zod";
import { CliError } from "../output/cli-error.ts";

/** Writes JSON that only its owner may read. It appears whole or not at all. */
export function writePrivateJson(file: string, value: unknown): void {
  const draft = `${file}.${process.pid}.tmp`;
  rmSync(draft, { force: true });
  writeFileSync(draft, `${JSON.stringify(value, undefined, 2)}\n`, { mode: 0o600, flag: "wx", flush: true });
  renameSync(draft, file);
}

/** @returns undefined when there is no such file. @throws CliError when it cannot be read or is not what it should be. */
export function readPrivateJson<TSchema extends z.ZodType>(
  file: string,
  schema: TSchema,
): z.output<TSchema> | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return schema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    const denied = error instanceof Error && "code" in error && error.code === "EACCES";
    throw new CliError(
      "bad_file",
      denied
        ? `${file} belongs to another user, who runs Rollcall; run this command as that user.`
        : `${file} is damaged: it does not hold what Rollcall wrote there.`,
      { cause: error },
    );
  }
}
