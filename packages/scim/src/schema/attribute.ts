import type { AttributeDefinition, AttributeType, Mutability, Returned } from "./definition.ts";

/**
 * An attribute, compiled: every characteristic is filled in and every look-up is one Map access. A
 * schema extension is an attribute too: complex, single-valued and named by its URN, as in JSON.
 */
export interface Attribute {
  readonly definition: AttributeDefinition;
  /** Its key in JSON, in the schema's spelling. */
  readonly name: string;
  /** Its full name: `userName`, `emails.value`, `urn:…:enterprise:2.0:User:manager.value`. */
  readonly path: string;
  readonly type: AttributeType;
  readonly multiValued: boolean;
  readonly required: boolean;
  readonly caseExact: boolean;
  readonly mutability: Mutability;
  readonly returned: Returned;
  /** Its sub-attributes; of a simple multi-valued attribute the implied `value` (RFC 7643 §2.4). */
  readonly attributes: AttributeMap;
  /** The sub-attributes that are required or have something required below them. */
  readonly demands: readonly Attribute[];
  /** What a response holds of it by default. */
  readonly selection: Selection | "whole";
}

/** Attributes by their lower-case names: names are case-insensitive (RFC 7643 §2.1). */
export type AttributeMap = ReadonlyMap<string, Attribute>;

/** JSON keys that a response holds, and which part of each. */
export type Selection = ReadonlyMap<string, Selection | "whole">;

export function findAttribute(attributes: AttributeMap, name: string): Attribute | undefined {
  return attributes.get(name.toLowerCase());
}
