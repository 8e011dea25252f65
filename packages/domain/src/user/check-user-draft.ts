import { DomainError } from "../error/domain-error.ts";
import { checkKey, isTooLong, MAX_KEY_LENGTH } from "../identity/check-key.ts";
import type { UserDraft } from "./user.ts";

/** @throws DomainError `invalid_value` for a userName or externalId that is empty or too long, or a long e-mail address. */
export function checkUserDraft(draft: UserDraft): void {
  checkKey("userName", draft.userName);
  if (draft.externalId !== null) checkKey("externalId", draft.externalId);
  if (draft.profile.emails?.some(({ value = "" }) => isTooLong(value)) === true) {
    const reason = `it is longer than ${MAX_KEY_LENGTH} characters`;
    throw new DomainError({ code: "invalid_value", attribute: "emails.value", reason });
  }
}
