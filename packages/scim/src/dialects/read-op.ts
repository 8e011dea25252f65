import { quote } from "../errors/quote.ts";
import { ScimError } from "../errors/scim-error.ts";
import type { JsonValue } from "../json/json-value.ts";
import type { PatchOperation } from "../patch/patch-operation.ts";

/**
 * Entra capitalizes ops, `"op": "Replace"`, where the standard has lower case.
 *
 * @throws ScimError 400 invalidSyntax if it is none of add, replace and remove.
 */
export function readOp(op: JsonValue | undefined): PatchOperation["op"] {
  const name = typeof op === "string" ? op.toLowerCase() : "";
  switch (name) {
    case "add":
    case "replace":
    case "remove":
      return name;
    default:
      throw new ScimError("invalidSyntax", `${quote(name)} is not one of add, replace and remove.`);
  }
}
