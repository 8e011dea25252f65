import { DomainError, type UniqueAttribute } from "@rollcall/domain";
import { DatabaseError } from "pg";

const SERIALIZATION_FAILURE = "40001";
const DEADLOCK_DETECTED = "40P01";
const UNIQUE_VIOLATION = "23505";
const FOREIGN_KEY_VIOLATION = "23503";

/** Whether the whole transaction may simply be tried again. */
export function isRetryable(error: unknown): boolean {
  return error instanceof DatabaseError && (error.code === SERIALIZATION_FAILURE || error.code === DEADLOCK_DETECTED);
}

export function isForeignKeyViolation(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === FOREIGN_KEY_VIOLATION;
}

/** The name of the unique constraint that `error` says was violated, or undefined for any other error. */
function violatedUnique(error: unknown): string | undefined {
  if (!(error instanceof DatabaseError) || error.code !== UNIQUE_VIOLATION) return undefined;
  // Citus keeps the name in the message only, and appends the shard's number.
  const name = error.constraint ?? /constraint "([^"]+)"/.exec(error.message)?.[1];
  return name?.replace(/_\d+$/, "");
}

/** Which attribute each unique constraint guards. */
const guarded = new Map<string, UniqueAttribute>([
  ["users_user_name", "userName"],
  ["users_external_id", "externalId"],
  ["groups_display_name", "displayName"],
  ["entitlements_display_name", "displayName"],
]);

/** Turns the violation of a unique constraint into the domain's `conflict`; leaves every other error as it is. */
export function asConflict(error: unknown, values: Partial<Record<UniqueAttribute, string | null>>): unknown {
  const attribute = guarded.get(violatedUnique(error) ?? "");
  if (attribute === undefined) return error;
  return new DomainError({ code: "conflict", attribute, value: values[attribute] ?? "" }, { cause: error });
}

/**
 * Errors that say the database cannot serve just now, not that the statement is wrong: connection exceptions (08),
 * insufficient resources (53), operator intervention and time-outs (57), lock time-out (55P03), and all that never
 * reached the server. Deadlocks and serialization failures count once their retries are used up.
 */
const UNAVAILABLE_CODES = /^(08|53|57|55P03|25P03|40001|40P01)/;

/** Turns an outage into the domain's `unavailable`; leaves every other error as it is. */
export function asUnavailable(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  if (error instanceof DatabaseError) return UNAVAILABLE_CODES.test(error.code ?? "") ? unavailable(error) : error;
  return isConnectionError(error) ? unavailable(error) : error;
}

/** Whatever keeps us from being let in: a retry loses nothing, as nothing has been asked yet. */
export function asUnreachable(error: unknown): unknown {
  return error instanceof Error ? unavailable(error) : error;
}

function unavailable(error: Error): DomainError {
  return new DomainError({ code: "unavailable", reason: error.message }, { cause: error });
}

/** pg reports lost and refused connections, and a pool that stays full, as plain errors known by their text only. */
const CONNECTION_TEXT =
  /ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN|Connection terminated|connection error|timeout exceeded when trying to connect|Client was closed|not queryable|pool after calling end/i;

function isConnectionError(error: unknown): error is Error {
  if (error instanceof AggregateError) return error.errors.some(isConnectionError);
  return (
    error instanceof Error && CONNECTION_TEXT.test(`${"code" in error ? String(error.code) : ""} ${error.message}`)
  );
}

/** Data exceptions: a value that is not of the type it is compared with. */
const DATA_EXCEPTION = /^22/;

/** Turns what a caller's filter or cursor made fail into the domain's `invalid_value`; leaves every other error as it is. */
export function asInvalidQuery(error: unknown): unknown {
  if (!(error instanceof DatabaseError) || !DATA_EXCEPTION.test(error.code ?? "")) return error;
  const reason = "a filter or a cursor holds a value of another type than what it is compared with";
  return new DomainError({ code: "invalid_value", attribute: "query", reason }, { cause: error });
}
