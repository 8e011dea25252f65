/** The database cannot be used as it is. `message` is one sentence that says what to do. */
export class SetupError extends Error {
  constructor(message: string, options?: { cause: unknown }) {
    super(message, options);
    this.name = "SetupError";
  }
}
