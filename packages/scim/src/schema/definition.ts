export type AttributeType =
  | "string"
  | "boolean"
  | "decimal"
  | "integer"
  | "dateTime"
  | "reference"
  | "binary"
  | "complex";

export type Mutability = "readOnly" | "readWrite" | "immutable" | "writeOnly";
export type Returned = "always" | "never" | "default" | "request";
export type Uniqueness = "none" | "server" | "global";

/**
 * One attribute (RFC 7643 §7). A characteristic left out has the default of §2.2: a single-valued,
 * optional string, not case-exact, readable and writable, returned by default, not unique.
 */
export interface AttributeDefinition {
  readonly name: string;
  readonly description: string;
  readonly type?: AttributeType;
  readonly multiValued?: boolean;
  readonly required?: boolean;
  readonly canonicalValues?: readonly string[];
  /** References and binaries are always case-exact (§2.3.6, §2.3.7). */
  readonly caseExact?: boolean;
  readonly mutability?: Mutability;
  readonly returned?: Returned;
  readonly uniqueness?: Uniqueness;
  readonly referenceTypes?: readonly string[];
  /** Only for `complex`. */
  readonly subAttributes?: readonly AttributeDefinition[];
}

/** A schema (RFC 7643 §7). `id` is its URN. */
export interface SchemaDefinition {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly attributes: readonly AttributeDefinition[];
}

export interface SchemaExtension {
  readonly schema: SchemaDefinition;
  readonly required: boolean;
}

/** A resource type (RFC 7643 §6) that holds its schemas themselves in place of their URNs. */
export interface ResourceTypeDefinition {
  readonly name: string;
  readonly description: string;
  /** Path below the base URL, such as "/Users". */
  readonly endpoint: string;
  readonly schema: SchemaDefinition;
  readonly extensions: readonly SchemaExtension[];
}
