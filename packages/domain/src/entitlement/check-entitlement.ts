import { DomainError } from "../error/domain-error.ts";
import { checkKey } from "../identity/check-key.ts";
import { checkName } from "../identity/check-name.ts";
import { type EntitlementDraft, type EntitlementKind, MAX_ENTITLEMENT_TYPE_LENGTH } from "./entitlement.ts";

/** @throws DomainError `invalid_value` for a displayName or type that is not acceptable. */
export function checkEntitlement(kind: EntitlementKind, { displayName, type }: EntitlementDraft): void {
  checkKey("displayName", displayName);
  if (kind === "entitlement") checkName("type", type ?? "", MAX_ENTITLEMENT_TYPE_LENGTH);
  else if (type !== null)
    throw new DomainError({ code: "invalid_value", attribute: "type", reason: "a role has none" });
}
