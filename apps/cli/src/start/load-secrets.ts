import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { mintApiKey } from "@rollcall/domain";
import { z } from "zod";
import { MIN_PEPPER_LENGTH } from "../setting-values.ts";
import { readPrivateJson, writePrivateJson } from "../instance/private-file.ts";

/** What a deployment keeps outside its database. */
export interface Secrets {
  /** What the digests of tokens and API keys are made with: without it none of them is valid any more. */
  readonly pepper: string;
  /** An API key for the command line. */
  readonly adminKey: string;
}

const PEPPER_BYTES = 32;

const secretsSchema = z.object({ pepper: z.string().min(MIN_PEPPER_LENGTH), adminKey: z.string().min(1) });

/**
 * The secrets of this data folder, made on the first run.
 * @throws CliError `bad_file` when the file is damaged: new secrets would shut everybody out.
 */
export function loadSecrets(dataDir: string): { secrets: Secrets; isFirstRun: boolean } {
  const file = join(dataDir, "secrets.json");
  const stored = readPrivateJson(file, secretsSchema);
  if (stored !== undefined) return { secrets: stored, isFirstRun: false };
  const secrets = { pepper: randomBytes(PEPPER_BYTES).toString("base64url"), adminKey: mintApiKey() };
  writePrivateJson(file, secrets);
  return { secrets, isFirstRun: true };
}
