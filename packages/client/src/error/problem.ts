import type { ErrorCode, Problem as ServerProblem } from "@rollcall/rpc";

/** One word per kind of error. A newer server may know more of them: treat what you do not handle by its `status`. */
export type RollcallErrorCode = ErrorCode;

/** Why the server did not fulfil a request: problem details (RFC 9457), alike in tRPC's `error.data` and over REST. */
export type Problem<TCode extends RollcallErrorCode = RollcallErrorCode> = ServerProblem & { readonly code: TCode };

export function isProblem(value: unknown): value is Problem {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof Reflect.get(value, "code") === "string" &&
    typeof Reflect.get(value, "title") === "string" &&
    typeof Reflect.get(value, "status") === "number"
  );
}
