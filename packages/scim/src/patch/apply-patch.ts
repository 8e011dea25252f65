import { isJsonObject, type JsonObject } from "../json/json-value.ts";
import { assertComplete } from "../resource/assert-complete.ts";
import { schemasOf } from "../resource/read-resource.ts";
import type { ResourceType } from "../schema/resource-type.ts";
import { applyChange } from "./apply-change.ts";
import { assertUntouched } from "./assert-untouched.ts";
import { changesOf } from "./change.ts";
import { MAX_PATCH_WORK, spendWork } from "./patch-budget.ts";
import type { PatchOperation } from "./patch-operation.ts";

/**
 * Applies a PATCH (RFC 7644 §3.5.2) to the resource the server has, and returns the new one. The
 * input stays as it is; if one operation fails, all do. Every path is resolved through the type's
 * definition, so no key of a request ever reaches an object by itself.
 *
 * Read-only attributes are refused when a path names them and ignored in a path-less value, where
 * Okta echoes them. Write-only attributes (password) are checked and then vanish.
 *
 * @throws ScimError 400 invalidPath, invalidFilter, noTarget, mutability or invalidValue;
 * 413 above MAX_PATCH_WORK.
 */
export function applyPatch<TResource>(
  type: ResourceType<TResource>,
  resource: TResource,
  operations: readonly PatchOperation[],
): TResource {
  if (!isJsonObject(resource)) throw new TypeError("The resource is not an object.");
  let state: JsonObject = resource;
  let budget = MAX_PATCH_WORK;
  for (const change of operations.flatMap((operation) => changesOf(type, operation))) {
    budget = spendWork(budget, state, change);
    state = applyChange(state, change);
  }
  const result = { ...state, schemas: updateSchemas(type, state) };
  assertUntouched(type.extensions, resource, result);
  assertComplete(type, result, resource);
  return result;
}

/** The resource's own list, less the extensions that are gone and with those that are new. */
function updateSchemas<TResource>(type: ResourceType<TResource>, state: JsonObject): string[] {
  const present = schemasOf(type, state);
  const absent = new Set(type.extensions.map(({ name }) => name));
  for (const urn of present) absent.delete(urn);
  const listed = Array.isArray(state["schemas"]) ? state["schemas"].map(String) : [];
  return [...new Set([...listed.filter((urn) => !absent.has(urn)), ...present])];
}
