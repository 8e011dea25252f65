import { checkKey } from "../identity/check-key.ts";
import { fold } from "../identity/fold.ts";
import type { JsonValue } from "../json/json-value.ts";
import type { Extensions } from "../user/user-profile.ts";
import type { ExtensionSchemaDraft, SimpleAttribute, Urn } from "./extension-schema.ts";

/** A value that no other user of the tenant may have. */
export interface UniqueValue {
  /** The attribute's full name: `urn:example:1.0:User:badge`. */
  readonly attribute: Urn;
  readonly value: string;
  /** The value as it is compared. */
  readonly key: string;
}

/** The attributes of `schemas` that are unique. */
export function uniqueAttributes({ attributes }: Pick<ExtensionSchemaDraft, "attributes">): SimpleAttribute[] {
  return attributes
    .filter((attribute) => attribute.type !== "complex")
    .filter(({ uniqueness }) => uniqueness === "server");
}

/**
 * The unique values among a user's extension values, each once, in a fixed order. An empty text is no value.
 * @throws DomainError `invalid_value` for a text that cannot be told apart from others.
 */
export function uniqueValues(
  extensions: Extensions,
  schemas: readonly Pick<ExtensionSchemaDraft, "urn" | "attributes">[],
): UniqueValue[] {
  const found = schemas.flatMap(({ urn, attributes }) =>
    uniqueAttributes({ attributes }).flatMap((attribute) =>
      textsOf(extensions[urn]?.[attribute.name]).map((value) =>
        uniqueValue(`${urn}:${attribute.name}`, attribute, value),
      ),
    ),
  );
  const distinct = new Map(found.map((each) => [JSON.stringify([each.attribute, each.key]), each]));
  return [...distinct.entries()].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, each]) => each);
}

function uniqueValue(attribute: Urn, { caseExact }: SimpleAttribute, value: string): UniqueValue {
  checkKey(attribute, value);
  return { attribute, value, key: caseExact ? value : fold(value) };
}

function textsOf(value: JsonValue | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return (typeof value === "string" && value !== "") || typeof value === "number" ? [String(value)] : [];
}
