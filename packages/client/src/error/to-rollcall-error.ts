import { isProblem, type Problem, type RollcallErrorCode } from "./problem.ts";
import { RollcallError } from "./rollcall-error.ts";

/** The server's error as it arrives: thrown by a tRPC call (`data`), in a REST result (`error`), or by itself. */
type Carrier<TCode extends RollcallErrorCode> =
  | RollcallError<TCode>
  | Problem<TCode>
  | { readonly data: Problem<TCode> }
  | { readonly error: Problem<TCode> };

/**
 * The server's error in what a tRPC call threw or a REST call gave; undefined when there is none in it, as when the
 * server was not reached.
 */
export function toRollcallError<TCode extends RollcallErrorCode>(thrown: Carrier<TCode>): RollcallError<TCode>;
export function toRollcallError(thrown: unknown): RollcallError | undefined;
export function toRollcallError(thrown: unknown): RollcallError | undefined {
  if (thrown instanceof RollcallError) return thrown;
  const problem = [thrown, member(thrown, "data"), member(thrown, "error")].find(isProblem);
  return problem === undefined ? undefined : new RollcallError(problem, { cause: thrown });
}

/** Whether there is an error of the server in it, and of this code when one is given. */
export function isRollcallError<TCode extends RollcallErrorCode = RollcallErrorCode>(
  thrown: unknown,
  code?: TCode,
): thrown is Carrier<TCode> {
  const error = toRollcallError(thrown);
  return error !== undefined && (code === undefined || error.code === code);
}

function member(value: unknown, key: "data" | "error"): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}
