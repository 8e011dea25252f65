/** `rate_limited`: this client asks too much (429). `busy`: the server has too much to do (503). */
export type Overload = "rate_limited" | "busy";

/** A request that was turned away before anything of it was done. */
export class OverloadError extends Error {
  override readonly name = "OverloadError";
  readonly reason: Overload;
  /** What to tell the client to wait: whole seconds, at least 1. */
  readonly retryAfterSeconds: number;

  constructor(reason: Overload, message: string, retryAfterSeconds: number) {
    super(message);
    this.reason = reason;
    this.retryAfterSeconds = Math.max(1, Math.ceil(retryAfterSeconds));
  }
}
