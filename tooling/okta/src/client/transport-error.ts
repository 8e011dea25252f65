/** `unreachable`: nobody listens there; `broken`: the connection was made and then failed. */
export type TransportErrorKind = "unreachable" | "broken";

/** No answer came. The message is one sentence for the person at the terminal. */
export class TransportError extends Error {
  override readonly name = "TransportError";
  readonly kind: TransportErrorKind;

  constructor(kind: TransportErrorKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }

  static timeout(url: string, timeoutMs: number): TransportError {
    return new TransportError(
      "broken",
      `${new URL(url).origin} sent nothing for ${timeoutMs / 1000} s, after which Okta gives up.`,
    );
  }

  static from(url: string, cause: unknown): TransportError {
    if (cause instanceof TransportError) return cause;
    const { origin } = new URL(url);
    const reason = unreachableReasons[errorCode(cause)];
    if (reason)
      return new TransportError(
        "unreachable",
        `Cannot reach ${origin}: ${reason}. Is the SCIM server running there?`,
        cause,
      );
    const text = cause instanceof Error ? cause.message : String(cause);
    return new TransportError("broken", `The connection to ${origin} failed: ${text}.`, cause);
  }
}

const unreachableReasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: "connection refused",
  ENOTFOUND: "unknown host",
  EHOSTUNREACH: "no route to host",
  ENETUNREACH: "network unreachable",
};

function errorCode(cause: unknown): string {
  return cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : "";
}
