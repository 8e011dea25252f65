import { foreignAnswer } from "../error/foreign-answer.ts";
import { toRollcallError } from "../error/to-rollcall-error.ts";

interface RestResult {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** The data of a REST call: `await unwrap(client.GET("/tenants"))`. Throws a `RollcallError` for what is refused. */
export async function unwrap<TResult extends RestResult>(
  call: Promise<TResult>,
): Promise<NonNullable<TResult["data"]>> {
  const { data, error, response } = await call;
  if (data !== undefined && data !== null) return data;
  throw toRollcallError(error) ?? foreignAnswer(response);
}
