import { DomainError } from "../error/domain-error.ts";
import {
  type ComplexAttribute,
  type ExtensionAttribute,
  MAX_ATTRIBUTE_NAME_LENGTH,
  MAX_CANONICAL_VALUE_LENGTH,
  MAX_CANONICAL_VALUES,
  MAX_DESCRIPTION_LENGTH,
  MAX_SUB_ATTRIBUTES,
  type SimpleAttribute,
} from "./extension-schema.ts";

/** RFC 7643 §2.1, without the `$` that the standard keeps for `$ref`. */
const ATTRIBUTE_NAME = /^[A-Za-z][A-Za-z0-9_-]*$/;

/** @throws DomainError `invalid_value` naming the attribute that is not acceptable. */
export function checkAttributes(
  attributes: readonly ExtensionAttribute[],
  { path, limit }: { path: string; limit: number },
): void {
  if (attributes.length === 0) refuse(path, "there is none");
  if (attributes.length > limit) refuse(path, `there are more than ${limit}`);
  const names = new Set<string>();
  for (const attribute of attributes) {
    const attributePath = `${path}.${attribute.name.slice(0, MAX_ATTRIBUTE_NAME_LENGTH)}`;
    const reason =
      objection(attribute) ?? (names.has(attribute.name.toLowerCase()) ? "it is defined twice" : undefined);
    if (reason !== undefined) refuse(attributePath, reason);
    names.add(attribute.name.toLowerCase());
    if (attribute.type === "complex") checkSubAttributes(attribute, attributePath);
  }
}

function checkSubAttributes({ multiValued, subAttributes }: ComplexAttribute, path: string): void {
  checkAttributes(subAttributes, { path, limit: MAX_SUB_ATTRIBUTES });
  for (const { name, uniqueness, mutability } of subAttributes) {
    if (uniqueness !== "none") refuse(`${path}.${name}`, "a part of another attribute cannot be unique");
    // Elements of a list are replaced as a whole, so none of their parts can outlive the change.
    if (multiValued && mutability !== "readWrite") refuse(`${path}.${name}`, "a part of a list must be readWrite");
  }
}

function objection(attribute: ExtensionAttribute): string | undefined {
  const { name, description, required, mutability, returned } = attribute;
  if (!ATTRIBUTE_NAME.test(name)) return "its name needs a letter, then letters, digits, - or _ (RFC 7643 §2.1)";
  if (name.length > MAX_ATTRIBUTE_NAME_LENGTH) return `its name is longer than ${MAX_ATTRIBUTE_NAME_LENGTH} characters`;
  // `constructor` and the like: whoever reads values into plain objects would find something where there is nothing.
  if (name in Object.prototype) return "its name is reserved";
  if (description.length > MAX_DESCRIPTION_LENGTH) {
    return `its description is longer than ${MAX_DESCRIPTION_LENGTH} characters`;
  }
  if (required && mutability === "readOnly") return "what is readOnly cannot be required of a client";
  if (mutability === "writeOnly" && required) return "what is writeOnly is not stored, so it cannot be required";
  if (mutability === "writeOnly" && returned !== "never") return "what is writeOnly must be returned never";
  if (attribute.type !== "complex") return simpleObjection(attribute);
  return mutability === "writeOnly" ? "only its parts can be writeOnly" : undefined;
}

function simpleObjection({ type, uniqueness, mutability, canonicalValues }: SimpleAttribute): string | undefined {
  if (uniqueness === "server" && type !== "string" && type !== "integer") {
    return "only a string or an integer can be unique";
  }
  if (uniqueness === "server" && mutability === "writeOnly") return "what is not stored cannot be unique";
  if (canonicalValues.length > MAX_CANONICAL_VALUES) return `it has more than ${MAX_CANONICAL_VALUES} canonical values`;
  if (canonicalValues.some((value) => value === "" || value.length > MAX_CANONICAL_VALUE_LENGTH)) {
    return `its canonical values must have from 1 to ${MAX_CANONICAL_VALUE_LENGTH} characters`;
  }
  return undefined;
}

function refuse(attribute: string, reason: string): never {
  throw new DomainError({ code: "invalid_value", attribute, reason });
}
