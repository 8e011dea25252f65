import { readOp } from "../dialects/read-op.ts";
import { ScimError } from "../errors/scim-error.ts";
import { findKey } from "../json/find-key.ts";
import { isJsonObject, type JsonValue } from "../json/json-value.ts";
import type { PatchOperation } from "./patch-operation.ts";

/** Operations in one PATCH: Okta sends up to 1,000 membership changes at a time. */
export const MAX_PATCH_OPERATIONS = 1_000;

/**
 * Reads the body of a PATCH (RFC 7644 §3.5.2). Keys and ops may be in any case. No operations at
 * all is a PATCH that changes nothing. `schemas` is not looked at: not all providers send it.
 *
 * @throws ScimError 400 invalidSyntax if it is no such message; 400 noTarget for a remove without
 * path; 400 invalidPath if a path is no string; 400 invalidValue for an add or replace without
 * value; 413 above MAX_PATCH_OPERATIONS.
 */
export function readPatch(body: JsonValue): PatchOperation[] {
  const operations = isJsonObject(body) ? findKey(body, "operations") : undefined;
  if (!Array.isArray(operations)) {
    throw new ScimError("invalidSyntax", "A PATCH must be an object with a list of Operations.");
  }
  if (operations.length > MAX_PATCH_OPERATIONS) {
    throw new ScimError("payloadTooLarge", `More than ${MAX_PATCH_OPERATIONS} operations.`);
  }
  return operations.map(readOperation);
}

function readOperation(operation: JsonValue): PatchOperation {
  if (!isJsonObject(operation)) {
    throw new ScimError("invalidSyntax", "An operation must be an object.");
  }
  const op = readOp(findKey(operation, "op"));
  const path = readPathText(findKey(operation, "path"));
  const value = findKey(operation, "value");
  if (op === "remove" && path === undefined) {
    throw new ScimError("noTarget", "A remove operation needs a path.");
  }
  if (op !== "remove" && value === undefined) {
    throw new ScimError("invalidValue", `An operation ${op} needs a value.`);
  }
  return {
    op,
    ...(path === undefined ? {} : { path }),
    ...(value === undefined ? {} : { value }),
  };
}

/** An empty path, like none, is the resource itself. */
function readPathText(path: JsonValue | undefined): string | undefined {
  if (path === undefined || path === null) return undefined;
  if (typeof path !== "string") throw new ScimError("invalidPath", "A path must be a string.");
  return path.trim() === "" ? undefined : path;
}
