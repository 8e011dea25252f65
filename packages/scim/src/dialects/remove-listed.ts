import type { JsonValue } from "../json/json-value.ts";
import { identityOf } from "../patch/element-identity.ts";
import type { Attribute } from "../schema/attribute.ts";

/**
 * Entra and JumpCloud remove members by a list of values, `{"op": "Remove", "path": "members",
 * "value": [{"value": "…"}]}`, where the standard has no value and would remove all. Only the listed
 * go: taking all would take access from people nobody meant.
 */
export function removeListed(
  attribute: Attribute,
  current: readonly JsonValue[],
  listed: readonly JsonValue[],
): JsonValue[] {
  const identities = new Set(listed.map((element) => identityOf(attribute, element)));
  return current.filter((element) => !identities.has(identityOf(attribute, element)));
}
