import { toRollcallError } from "../error/to-rollcall-error.ts";

const TOO_MANY_REQUESTS = 429;
const FIRST_SERVER_ERROR = 500;

/** Whether the same call may succeed later: the server is busy or out, or was not reached at all. */
export function isWorthRetrying(error: unknown): boolean {
  const status = toRollcallError(error)?.status ?? foreignStatus(error);
  return status === undefined || status === TOO_MANY_REQUESTS || status >= FIRST_SERVER_ERROR;
}

/** The status of an answer that did not come from Rollcall itself; undefined when there was no answer. */
function foreignStatus(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  return error.cause instanceof Response ? error.cause.status : foreignStatus(error.cause);
}
