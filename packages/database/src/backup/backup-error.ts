/** A backup cannot be made or restored, and nothing was changed. `message` is one sentence that says what to do. */
export class BackupError extends Error {
  constructor(message: string, options?: { cause: unknown }) {
    super(message, options);
    this.name = "BackupError";
  }
}
