import { toRollcallError } from "@rollcall/client";
import { BackupError, SetupError } from "@rollcall/database";
import { DomainError } from "@rollcall/domain";
import { TRPCClientError } from "@trpc/client";
import { CommanderError } from "commander";
import { CliError } from "./cli-error.ts";
import { endSentence } from "./end-sentence.ts";

/** What a person, or with --json a program, is told of an error. */
export interface Failure {
  readonly code: string;
  /** One sentence. */
  readonly message: string;
}

export function describeFailure(error: unknown): Failure {
  // Something failed, and then the cleaning up after it as well: the first is what matters.
  if (error instanceof SuppressedError) return describeFailure(error.suppressed);
  if (error instanceof CliError) return { code: error.code, message: error.message };
  if (error instanceof BackupError) return { code: "backup", message: error.message };
  if (error instanceof SetupError) return { code: "database", message: error.message };
  if (error instanceof DomainError) return { code: error.refusal.code, message: error.message };
  if (error instanceof TRPCClientError) return describeCall(error);
  if (error instanceof CommanderError) return { code: "usage", message: usage(error) };
  return { code: "internal", message: error instanceof Error ? error.message : String(error) };
}

/** What the API answered, or why it did not. */
function describeCall(error: TRPCClientError<never>): Failure {
  const refusal = toRollcallError(error);
  if (refusal !== undefined) return { code: refusal.code, message: endSentence(refusal.message) };
  const reason = error.cause?.cause instanceof Error ? error.cause.cause.message : error.message;
  return { code: "unreachable", message: endSentence(`Rollcall's API does not answer: ${reason}`) };
}

function usage({ message }: CommanderError): string {
  const sentence = message.replace(/^error: /, "").replaceAll("\n", " ");
  return endSentence(sentence.charAt(0).toUpperCase() + sentence.slice(1));
}
