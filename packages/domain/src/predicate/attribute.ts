/** Something of a resource that a predicate or an order can name. */
export interface Attribute {
  /** Keys from the resource down to the value, in the domain's own names: `["name", "givenName"]`. */
  readonly path: readonly string[];
  readonly type: AttributeType;
  /** Whether text is compared as it is; otherwise folded. */
  readonly caseExact: boolean;
  /** Whether it, or what it is part of, is a list: `emails.value` has several values. */
  readonly multiValued: boolean;
}

/** complex: an object or a list of objects, which can be present but not compared. */
export type AttributeType = "text" | "boolean" | "number" | "time" | "complex";

/** A single text that is compared folded, as most are. */
export function textAttribute(...path: string[]): Attribute {
  return { path, type: "text", caseExact: false, multiValued: false };
}
