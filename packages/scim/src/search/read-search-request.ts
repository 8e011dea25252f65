import { ScimError } from "../errors/scim-error.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../json/json-value.ts";

/** The parameters of a list, as they stand in a query string. */
export const SEARCH_PARAMETERS = [
  "attributes",
  "excludedAttributes",
  "filter",
  "sortBy",
  "sortOrder",
  "startIndex",
  "count",
  "cursor",
] as const;

export type SearchParameter = (typeof SEARCH_PARAMETERS)[number];

const LISTS: ReadonlySet<SearchParameter> = new Set(["attributes", "excludedAttributes"]);
const INTEGERS: ReadonlySet<SearchParameter> = new Set(["startIndex", "count"]);

/**
 * Reads the body of a POST to `.search` (RFC 7644 §3.4.3) into the form a query string has. Names may be in any case;
 * null is nothing.
 *
 * @throws ScimError 400 invalidSyntax if it is no object, invalidValue for a parameter of the wrong type.
 */
export function readSearchRequest(body: JsonValue): Map<SearchParameter, string> {
  if (!isJsonObject(body)) throw new ScimError("invalidSyntax", "A search must be an object.");
  const found = new Map<SearchParameter, string>();
  for (const parameter of SEARCH_PARAMETERS) {
    const value = valueOf(body, parameter);
    if (value !== undefined && value !== null) found.set(parameter, readParameter(parameter, value));
  }
  return found;
}

function valueOf(body: JsonObject, parameter: SearchParameter): JsonValue | undefined {
  return Object.entries(body).find(([name]) => name.toLowerCase() === parameter.toLowerCase())?.[1];
}

function readParameter(parameter: SearchParameter, value: JsonValue): string {
  if (LISTS.has(parameter)) {
    const names = typeof value === "string" ? [value] : value;
    if (isTextList(names)) return names.join(",");
    throw new ScimError("invalidValue", `${parameter} must be a list of attribute names.`);
  }
  if (INTEGERS.has(parameter) && typeof value === "number") return String(value);
  if (typeof value === "string") return value;
  throw new ScimError("invalidValue", `${parameter} must be ${INTEGERS.has(parameter) ? "an integer" : "a string"}.`);
}

function isTextList(value: JsonValue): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
