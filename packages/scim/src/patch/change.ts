import { ScimError } from "../errors/scim-error.ts";
import { coreEntries } from "../dialects/core-entries.ts";
import { resolveKey } from "../dialects/resolve-key.ts";
import { isJsonObject, type JsonValue } from "../json/json-value.ts";
import { resolvePath, type Target } from "../path/resolve-path.ts";
import type { ResourceType } from "../schema/resource-type.ts";
import type { PatchOperation } from "./patch-operation.ts";

/** An operation on one target; one without path becomes one change per key of its value. */
export interface Change {
  readonly op: PatchOperation["op"];
  readonly target: Target;
  readonly value: JsonValue | undefined;
  /** How the request named the target. */
  readonly source: "path" | "key";
}

/**
 * The changes an operation asks for, in order. Keys of a path-less value that are not known here
 * are left out.
 *
 * @throws ScimError as resolvePath and resolveKey; 400 noTarget for a remove without path; 400
 * invalidValue if a path-less value is not an object.
 */
export function changesOf<TResource>(type: ResourceType<TResource>, operation: PatchOperation): Change[] {
  const { op, path, value } = operation;
  if (path !== undefined) return [{ op, target: resolvePath(type, path), value, source: "path" }];
  if (op === "remove") throw new ScimError("noTarget", "A remove operation needs a path.");
  if (!isJsonObject(value)) {
    throw new ScimError("invalidValue", `An operation ${op} without path needs an object as value.`);
  }
  return coreEntries(type, value).flatMap(([key, entry]) => {
    const target = resolveKey(type, key);
    return target === undefined ? [] : [{ op, target, value: entry, source: "key" as const }];
  });
}
