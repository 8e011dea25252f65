import { checkKey } from "../identity/check-key.ts";
import type { GroupDraft } from "./group.ts";

/** @throws DomainError `invalid_value` for a displayName or externalId that is empty or too long. */
export function checkGroupDraft(draft: GroupDraft): void {
  checkKey("displayName", draft.displayName);
  if (draft.externalId !== null) checkKey("externalId", draft.externalId);
}
