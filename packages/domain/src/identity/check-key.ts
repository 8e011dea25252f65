import { fold } from "./fold.ts";
import { DomainError, type UniqueAttribute } from "../error/domain-error.ts";

/** Longest userName, externalId, displayName or e-mail address, in UTF-16 units. */
export const MAX_KEY_LENGTH = 500;

/** The same in bytes, once folded: a few characters fold to many, and an index entry must fit a third of a page. */
const MAX_FOLDED_BYTES = 2_000;

/**
 * Characters that are not seen: a name that differs from another only by them would pass as its twin.
 * Control (Cc), format (Cf: zero-width space, RTL override), line and paragraph separators, lone surrogates.
 * Zero-width joiners are allowed: names in Persian and Indic scripts need them.
 */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|(?![\u200c\u200d])\p{Cf}/u;

/** @throws DomainError `invalid_value` when `value` cannot serve as a name that people and indexes tell apart. */
export function checkKey(attribute: UniqueAttribute, value: string): void {
  const reason = objection(value);
  if (reason !== undefined) throw new DomainError({ code: "invalid_value", attribute, reason });
}

function objection(value: string): string | undefined {
  if (value.trim() === "") return "it is empty";
  if (isTooLong(value)) return `it is longer than ${MAX_KEY_LENGTH} characters`;
  if (value.trim() !== value) return "it begins or ends with a space";
  if (UNSEEN.test(value)) return "it holds a control or invisible character";
  return undefined;
}

/** Whether an index could not hold the text. */
export function isTooLong(value: string): boolean {
  return value.length > MAX_KEY_LENGTH || Buffer.byteLength(fold(value)) > MAX_FOLDED_BYTES;
}
