/** Ends the command. `message` is one sentence for the person at the terminal, `code` is for programs. */
export class CliError extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: { cause: unknown }) {
    super(message, options);
    this.name = "CliError";
    this.code = code;
  }
}
