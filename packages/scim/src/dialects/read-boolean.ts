import type { JsonValue } from "../json/json-value.ts";

/**
 * Entra without its compliance flag sends booleans as strings, `"active": "False"`, in bodies,
 * patches and filters. The text of a boolean in any case counts as that boolean; nothing else does.
 */
export function readBoolean(value: JsonValue): boolean | undefined {
  if (typeof value === "boolean") return value;
  if (typeof value !== "string") return undefined;
  switch (value.toLowerCase()) {
    case "true":
      return true;
    case "false":
      return false;
    default:
      return undefined;
  }
}
