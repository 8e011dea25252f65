export interface ErrorDescription {
  type: string;
  message: string;
  stack?: string;
  /** Such as `ECONNREFUSED`, or a Postgres SQLSTATE. */
  code?: string;
  cause?: unknown;
  errors?: readonly unknown[];
}

/**
 * What the log keeps of an error. Other fields are left out on purpose: Postgres puts the values of the row that
 * offended, which may be a person's, into `detail`, `where` and others.
 */
export function describeError(error: Error): ErrorDescription {
  return {
    type: error.name,
    message: error.message,
    ...(error.stack === undefined ? {} : { stack: error.stack }),
    ...("code" in error && typeof error.code === "string" ? { code: error.code } : {}),
    ...(error.cause === undefined ? {} : { cause: error.cause }),
    ...(error instanceof AggregateError ? { errors: error.errors } : {}),
  };
}
