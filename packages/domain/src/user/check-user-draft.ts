import { checkKey } from "../identity/check-key.ts";
import type { UserDraft } from "./user.ts";

/** @throws DomainError `invalid_value` for a userName or externalId that is empty or too long. */
export function checkUserDraft(draft: UserDraft): void {
  checkKey("userName", draft.userName);
  if (draft.externalId !== null) checkKey("externalId", draft.externalId);
}
