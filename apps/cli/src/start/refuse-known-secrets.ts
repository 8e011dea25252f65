import type { Peppers } from "@rollcall/domain";
import { CliError } from "../output/cli-error.ts";

interface GivenSecrets extends Peppers {
  /** Of a Postgres that is not ours. */
  readonly databaseUrl: string | undefined;
}

/** What stands in examples and templates. */
const PLACEHOLDER = /change.?me|secret|password|pepper|example|rollcall|default|dummy|insecure|replace.?(me|this)/i;
const KNOWN_PASSWORD = /^(postgres|admin|root|test|1234.*)$|^.{0,3}$/i;
/** A random text of 32 hexadecimal digits has fewer once in millions. */
const MIN_DIFFERENT_CHARACTERS = 8;

/**
 * Refuses secrets that anybody could guess, as they come with examples.
 * @throws CliError `bad_setting` that names the setting, not the secret.
 */
export function refuseKnownSecrets({ pepper, previousPepper, databaseUrl }: GivenSecrets): void {
  if (isGuessable(pepper)) throw knownSecret("ROLLCALL_PEPPER");
  if (previousPepper !== undefined && isGuessable(previousPepper)) throw knownSecret("ROLLCALL_PREVIOUS_PEPPER");
  const password = decodeURIComponent(URL.parse(databaseUrl ?? "")?.password ?? "");
  // None at all: Postgres may know its clients otherwise.
  if (password !== "" && (PLACEHOLDER.test(password) || KNOWN_PASSWORD.test(password))) {
    throw new CliError(
      "bad_setting",
      "The password in DATABASE_URL is one that anybody could guess; in production it must be a random one.",
    );
  }
}

function isGuessable(secret: string): boolean {
  return PLACEHOLDER.test(secret) || new Set(secret).size < MIN_DIFFERENT_CHARACTERS;
}

function knownSecret(name: string): CliError {
  const sentence = `${name} is a text that anybody could guess; in production it must be random, as openssl rand -base64 32 makes it.`;
  return new CliError("bad_setting", sentence);
}
