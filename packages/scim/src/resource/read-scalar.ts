import { readBoolean } from "../dialects/read-boolean.ts";
import { ScimError } from "../errors/scim-error.ts";
import type { JsonValue } from "../json/json-value.ts";
import type { Attribute } from "../schema/attribute.ts";
import type { AttributeType } from "../schema/definition.ts";
import { canonicalDateTime } from "./date-time.ts";

/** Characters of one string. */
export const MAX_STRING_LENGTH = 64 * 1024;
/** Characters of one reference or binary: photos come as data URIs, certificates as Base64. */
export const MAX_BINARY_LENGTH = 1024 * 1024;

export type ScalarType = Exclude<AttributeType, "complex">;
export type Scalar = string | number | boolean;

/**
 * Reads one simple value (RFC 7643 §2.3). Strings keep their spelling; points in time are brought to UTC.
 *
 * @throws ScimError 400 invalidValue naming the attribute, and the type it needs or the length it may have.
 */
export function readScalar(attribute: Attribute, value: JsonValue): Scalar {
  const maxLength =
    attribute.type === "reference" || attribute.type === "binary" ? MAX_BINARY_LENGTH : MAX_STRING_LENGTH;
  if (typeof value === "string" && value.length > maxLength) {
    throw new ScimError("invalidValue", `${attribute.path} is longer than ${maxLength} characters.`);
  }
  const scalar = attribute.type === "complex" ? undefined : READERS[attribute.type](value);
  if (scalar === undefined) {
    throw new ScimError("invalidValue", `${attribute.path} must be ${NAMES[attribute.type]}.`);
  }
  return scalar;
}

const NAMES = {
  string: "a string",
  boolean: "true or false",
  decimal: "a number",
  integer: "a whole number",
  dateTime: "a date and time such as 2024-01-31T08:00:00Z",
  reference: "a URI",
  binary: "a Base64 string",
  complex: "an object",
} as const satisfies Record<AttributeType, string>;

const READERS = {
  string: readString,
  boolean: readBoolean,
  decimal: (value) => (typeof value === "number" && Number.isFinite(value) ? value : undefined),
  integer: (value) => (Number.isSafeInteger(value) ? Number(value) : undefined),
  dateTime: (value) => (typeof value === "string" ? canonicalDateTime(value) : undefined),
  // Relative URIs are references too, and data URIs are photos: what is left to check is no more
  // than that it is text.
  reference: readString,
  binary: (value) => (typeof value === "string" && BASE64.test(value) ? value : undefined),
} as const satisfies Record<ScalarType, (value: JsonValue) => Scalar | undefined>;

// Either alphabet, with or without padding, and with the line breaks that PEM tools leave.
const BASE64 = /^[A-Za-z0-9+/_\s-]*(?:=\s*){0,2}$/u;

function readString(value: JsonValue): string | undefined {
  return typeof value === "string" ? value : undefined;
}
