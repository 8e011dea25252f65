import { type EmbeddedPostgres, startEmbeddedPostgres } from "@rollcall/database";
import { CliError } from "../output/cli-error.ts";
import { say } from "../output/say.ts";

export interface Postgres extends AsyncDisposable {
  readonly databaseUrl: string;
  /** Aborted, with one sentence as its reason, when our own Postgres ends although nobody stopped it. */
  readonly failure: AbortSignal;
}

/** The Postgres that `databaseUrl` names, else an embedded one. @throws CliError `database` that says why it does not start. */
export async function providePostgres(databaseUrl: string | undefined, dataDir: string): Promise<Postgres> {
  const failure = new AbortController();
  if (databaseUrl !== undefined) {
    return { databaseUrl, failure: failure.signal, [Symbol.asyncDispose]: () => Promise.resolve() };
  }
  const onExit = (error: Error) => failure.abort(databaseError(error));
  const postgres = await startEmbeddedPostgres({ stateDir: dataDir, onProgress: say, onExit }).catch(
    (error: unknown): EmbeddedPostgres => {
      throw databaseError(error);
    },
  );
  return { databaseUrl: postgres.url(), failure: failure.signal, [Symbol.asyncDispose]: () => postgres.stop() };
}

/** The launcher's messages are phrases for a person. */
function databaseError(error: unknown): CliError {
  const phrase = error instanceof Error ? error.message : String(error);
  return new CliError("database", `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}.`, { cause: error });
}
