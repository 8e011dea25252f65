import type { Problem, RollcallErrorCode } from "./problem.ts";

/** What the server refused, and why. `message` is one sentence for people; `cause` is what the call threw. */
export class RollcallError<TCode extends RollcallErrorCode = RollcallErrorCode> extends Error {
  readonly code: TCode;
  /** Of HTTP. */
  readonly status: number;
  /** For reports: it finds the request in the server's log. */
  readonly requestId: string | null;
  /** What is wrong with which part of the input. */
  readonly errors: NonNullable<Problem["errors"]>;
  /** All that the server said. */
  readonly problem: Problem<TCode>;

  constructor(problem: Problem<TCode>, options?: { readonly cause: unknown }) {
    super(problem.detail, options);
    this.name = "RollcallError";
    this.code = problem.code;
    this.status = problem.status;
    this.requestId = problem.requestId;
    this.errors = problem.errors ?? [];
    this.problem = problem;
  }
}
