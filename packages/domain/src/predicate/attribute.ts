/** Something of a resource that a predicate or an order can name. */
export interface Attribute<TType extends AttributeType = AttributeType> {
  /** Keys from the resource down to the value, in the domain's own names: `["name", "givenName"]`. */
  readonly path: readonly string[];
  readonly type: TType;
  /** Whether text is compared as it is; otherwise folded. */
  readonly caseExact: boolean;
  /** Whether it, or what it is part of, is a list: `emails.value` has several values. */
  readonly multiValued: boolean;
}

/** complex: an object or a list of objects, which can be present but not compared. */
export type AttributeType = "text" | "boolean" | "number" | "time" | "complex";

/** A single text that is compared folded, as most are. */
export function textAttribute(...path: string[]): Attribute<"text"> {
  return singleAttribute("text", ...path);
}

/** A single value. */
export function singleAttribute<TType extends AttributeType>(type: TType, ...path: string[]): Attribute<TType> {
  return { path, type, caseExact: false, multiValued: false };
}

/** A list, or something of each of its elements. */
export function listAttribute<TType extends AttributeType>(type: TType, ...path: string[]): Attribute<TType> {
  return { path, type, caseExact: false, multiValued: true };
}

/** The keys down to the list that an attribute's values are in, and those from an element of it on. */
export function splitAtList({ path }: Attribute): {
  readonly list: readonly string[];
  readonly rest: readonly string[];
} {
  // Below `extensions` come a schema and its attribute.
  const depth = path[0] === "extensions" ? 3 : 1;
  return { list: path.slice(0, depth), rest: path.slice(depth) };
}

/** Whether lists can be ordered by it: memberships are too many to tell which of them counts. */
export function isSortable({ type, path: [first = ""] }: Attribute): boolean {
  return type !== "complex" && first !== "groups" && first !== "members";
}
