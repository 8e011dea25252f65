/**
 * Attributes of users that one tenant has beyond the standard's (RFC 7643 §3.3 and §7). Values are in the profile's
 * `extensions`, under the URN.
 */
export interface ExtensionSchema extends ExtensionSchemaDraft {
  readonly id: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface ExtensionSchemaDraft {
  readonly urn: Urn;
  readonly name: string;
  readonly description: string;
  readonly attributes: readonly ExtensionAttribute[];
}

export type Urn = `urn:${string}`;
export type ExtensionAttribute = SimpleAttribute | ComplexAttribute;

/** What all attributes have, as RFC 7643 §2.2 and §7 define it. */
interface Characteristics {
  readonly name: string;
  readonly description: string;
  readonly multiValued: boolean;
  readonly required: boolean;
  readonly mutability: Mutability;
  readonly returned: Returned;
}

export interface SimpleAttribute extends Characteristics {
  readonly type: SimpleAttributeType;
  /** References and binaries are case-exact whatever this says (RFC 7643 §2.3.6 and §2.3.7). */
  readonly caseExact: boolean;
  readonly uniqueness: Uniqueness;
  /** Suggestions; other values are accepted too. */
  readonly canonicalValues: readonly string[];
}

export interface ComplexAttribute extends Characteristics {
  readonly type: "complex";
  readonly subAttributes: readonly SimpleAttribute[];
}

export const simpleAttributeTypes = [
  "string",
  "boolean",
  "integer",
  "decimal",
  "dateTime",
  "reference",
  "binary",
] as const;
export type SimpleAttributeType = (typeof simpleAttributeTypes)[number];

/** writeOnly: checked and then forgotten, never stored. */
export const mutabilities = ["readWrite", "readOnly", "immutable", "writeOnly"] as const;
export type Mutability = (typeof mutabilities)[number];

/** What identity providers are answered. The platform itself reads all that is stored. */
export const returnedKinds = ["default", "always", "request", "never"] as const;
export type Returned = (typeof returnedKinds)[number];

/** server: no two users of the tenant have the same value. */
export const uniquenesses = ["none", "server"] as const;
export type Uniqueness = (typeof uniquenesses)[number];

export const MAX_SCHEMAS_PER_TENANT = 10;
export const MAX_ATTRIBUTES_PER_SCHEMA = 100;
export const MAX_SUB_ATTRIBUTES = 30;
export const MAX_CANONICAL_VALUES = 100;
export const MAX_URN_LENGTH = 200;
export const MAX_SCHEMA_NAME_LENGTH = 100;
export const MAX_ATTRIBUTE_NAME_LENGTH = 100;
export const MAX_CANONICAL_VALUE_LENGTH = 200;
export const MAX_DESCRIPTION_LENGTH = 1_000;
