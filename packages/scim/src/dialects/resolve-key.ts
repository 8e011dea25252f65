import { ScimError } from "../errors/scim-error.ts";
import { quote } from "../errors/quote.ts";
import { parseAttributePath } from "../path/attribute-path.ts";
import { findExtension, isCoreUrn, resolveAttribute } from "../path/resolve-attribute.ts";
import { resolvePath, type Target } from "../path/resolve-path.ts";
import { findAttribute } from "../schema/attribute.ts";
import type { ResourceType } from "../schema/resource-type.ts";

/**
 * What a key of a path-less value means. The standard knows attribute names and extension URNs.
 * Entra with its compliance flag puts paths there too: `"name.givenName"`,
 * `"emails[type eq \"work\"].value"`, `"urn:…:enterprise:2.0:User:department"`. Extension URNs come
 * first, for they look like paths.
 *
 * Undefined for an attribute or schema that is not known here: Okta echoes what it does not own.
 *
 * @throws ScimError 400 invalidPath for a dotted or filtered key that leads nowhere: nobody echoes
 * `toString.x`.
 */
export function resolveKey<TResource>(type: ResourceType<TResource>, key: string): Target | undefined {
  const literal = findAttribute(type.attributes, key);
  if (literal !== undefined) return [{ attribute: literal }];
  if (key.includes("[")) return resolvePath(type, key);
  const path = parseAttributePath(key);
  if (path !== undefined && resolveAttribute(type, path) !== undefined) return resolvePath(type, key);
  if (isForeign(type, key)) return undefined;
  throw new ScimError("invalidPath", `There is no attribute ${quote(key)}.`);
}

/** A plain name, or a name under a URN that is not known here. */
function isForeign<TResource>(type: ResourceType<TResource>, key: string): boolean {
  const colon = key.lastIndexOf(":");
  if (!key.slice(colon + 1).includes(".")) return true;
  const urn = key.slice(0, Math.max(colon, 0));
  return colon !== -1 && !isCoreUrn(type, urn) && findExtension(type, urn) === undefined;
}
