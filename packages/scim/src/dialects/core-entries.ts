import { isJsonObject, type JsonObject, type JsonValue } from "../json/json-value.ts";
import { isCoreUrn } from "../path/resolve-attribute.ts";
import type { ResourceType } from "../schema/resource-type.ts";

/**
 * The keys and values of a path-less value. What a client puts under the URN of the core schema, as
 * the standard has it for extensions only, counts as if it stood beside it: ignoring a deactivation
 * that is wrapped so would be the worst of answers.
 */
export function coreEntries<TResource>(type: ResourceType<TResource>, value: JsonObject): [string, JsonValue][] {
  return Object.entries(value).flatMap(([key, entry]): [string, JsonValue][] =>
    isCoreUrn(type, key) && isJsonObject(entry) ? Object.entries(entry) : [[key, entry]],
  );
}
