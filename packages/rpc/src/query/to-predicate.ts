import type {
  Attribute,
  AttributeType,
  Directory,
  ExtensionSchema,
  Predicate,
  PredicateValue,
  Urn,
} from "@rollcall/domain";
import { ApiError } from "../error/api-error.ts";
import type { Filter } from "../schemas/filter.ts";
import { extensionAttribute } from "./extension-attribute.ts";

const MAX_TERMS = 200;
const MAX_DEPTH = 20;

interface Vocabulary<TName extends string> {
  readonly attributes: Readonly<Record<TName, Attribute>>;
  /** Read only when the filter names one of their attributes. */
  readonly extensionSchemas: Directory["extensionSchemas"];
}

/**
 * A filter as the directory's own predicate.
 * @throws ApiError `invalid_input` for an attribute that the tenant has not, a value of another type than the
 * attribute's, and a filter that is too deep or too long.
 */
export async function toPredicate<TName extends string>(
  filter: Filter<TName>,
  { attributes, extensionSchemas }: Vocabulary<TName>,
): Promise<Predicate> {
  const names = attributeNames(filter);
  if (names.length > MAX_TERMS) throw invalid(`it has more than ${MAX_TERMS} conditions`);
  const schemas: readonly ExtensionSchema[] = names.some(isUrn) ? await extensionSchemas.list() : [];
  return translate(filter, (name) => (isUrn(name) ? extensionAttribute(schemas, name) : attributes[name]));
}

function attributeNames<TName extends string>(filter: Filter<TName>, depth = 1): readonly (TName | Urn)[] {
  if (depth > MAX_DEPTH) throw invalid(`it is nested more than ${MAX_DEPTH} deep`);
  if ("and" in filter) return filter.and.flatMap((operand) => attributeNames(operand, depth + 1));
  if ("or" in filter) return filter.or.flatMap((operand) => attributeNames(operand, depth + 1));
  if ("not" in filter) return attributeNames(filter.not, depth + 1);
  return [filter.attribute];
}

type Resolve<TName extends string> = (name: TName | Urn) => Attribute | undefined;

function translate<TName extends string>(filter: Filter<TName>, resolve: Resolve<TName>): Predicate {
  if ("and" in filter) return { kind: "and", operands: filter.and.map((operand) => translate(operand, resolve)) };
  if ("or" in filter) return { kind: "or", operands: filter.or.map((operand) => translate(operand, resolve)) };
  if ("not" in filter) return { kind: "not", operand: translate(filter.not, resolve) };
  const attribute = resolve(filter.attribute);
  if (attribute === undefined) throw invalid(`there is no attribute "${filter.attribute}"`);
  if (filter.operator === "pr") return { kind: "present", attribute };
  const { operator, value } = filter;
  if (!comparesWith[attribute.type](value)) {
    throw invalid(`${filter.attribute} cannot be compared with ${JSON.stringify(value)}`);
  }
  if (!isOrdered(attribute.type) && !isEquality(operator)) {
    throw invalid(`${filter.attribute} knows only eq, ne and pr`);
  }
  return { kind: "compare", attribute, operator, value: comparable(attribute.type, value) };
}

const comparesWith = {
  text: (value) => value === null || typeof value === "string",
  boolean: (value) => value === null || typeof value === "boolean",
  number: (value) => value === null || typeof value === "number",
  time: (value) => value === null || (typeof value === "string" && !Number.isNaN(Date.parse(value))),
  complex: (value) => value === null,
} as const satisfies Record<AttributeType, (value: string | number | boolean | null) => boolean>;

function comparable(type: AttributeType, value: string | number | boolean | null): PredicateValue {
  return type === "time" && typeof value === "string" ? new Date(value) : value;
}

function isOrdered(type: AttributeType): boolean {
  return type !== "boolean" && type !== "complex";
}

function isEquality(operator: string): boolean {
  return operator === "eq" || operator === "ne";
}

function isUrn(name: string): name is Urn {
  return name.startsWith("urn:");
}

function invalid(reason: string): ApiError {
  return new ApiError("invalid_input", {
    detail: `The filter is not valid: ${reason}.`,
    fields: [{ path: ["filter"], message: reason }],
  });
}
