import { ScimError } from "../errors/scim-error.ts";

export interface PageParameters {
  readonly startIndex?: string | undefined;
  readonly count?: string | undefined;
}

export interface PageRequest {
  /** From 1. */
  readonly startIndex: number;
  /** Undefined if the server may choose; 0 asks for totalResults only. */
  readonly count: number | undefined;
}

/**
 * Reads the paging parameters of a list request (RFC 7644 §3.4.2.4): a startIndex below 1 is 1, a
 * negative count is 0. One that is empty counts as not given.
 *
 * @throws ScimError 400 invalidValue if one is not an integer.
 */
export function readPage({ startIndex, count }: PageParameters): PageRequest {
  const start = readInteger("startIndex", startIndex);
  const size = readInteger("count", count);
  return {
    startIndex: Math.max(start ?? 1, 1),
    count: size === undefined ? undefined : Math.max(size, 0),
  };
}

function readInteger(name: keyof PageParameters, text: string | undefined): number | undefined {
  const trimmed = text?.trim() ?? "";
  if (trimmed === "") return undefined;
  if (!/^[+-]?\d+$/u.test(trimmed)) {
    throw new ScimError("invalidValue", `${name} must be an integer.`);
  }
  const limit = Number.MAX_SAFE_INTEGER;
  return Math.min(Math.max(Number(trimmed), -limit), limit);
}
