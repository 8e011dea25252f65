import type { AttributeType } from "../predicate/attribute.ts";
import type { ExtensionAttribute } from "./extension-schema.ts";

/** How values of each of SCIM's types (RFC 7643 §2.3) are compared. */
export const attributeTypes = {
  string: "text",
  reference: "text",
  binary: "text",
  boolean: "boolean",
  decimal: "number",
  integer: "number",
  dateTime: "time",
  complex: "complex",
} as const satisfies Record<ExtensionAttribute["type"], AttributeType>;
