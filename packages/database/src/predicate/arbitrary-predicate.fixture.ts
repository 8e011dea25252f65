import type { Attribute, AttributeType, Operator, Predicate, PredicateValue } from "@rollcall/domain";
import fc from "fast-check";

const ordered = ["eq", "ne", "gt", "ge", "lt", "le"] as const satisfies readonly Operator[];

/** The operators that mean something for values of a type. */
export const operatorsOf = {
  text: [...ordered, "co", "sw", "ew"],
  number: ordered,
  boolean: ordered,
  time: ordered,
  complex: [],
} as const satisfies Record<AttributeType, readonly Operator[]>;

/** Values to compare with. */
export interface Literals {
  readonly text: readonly string[];
  readonly time: readonly Date[];
}

/** Well-typed predicates over the attributes of a table. */
export function arbitraryPredicate(
  table: Readonly<Record<string, Attribute>>,
  literals: Literals,
): fc.Arbitrary<Predicate> {
  const leaf = fc.oneof(
    { weight: 6, arbitrary: comparison(simple(Object.values(table)), literals) },
    { weight: 1, arbitrary: present(Object.values(table)) },
    { weight: 2, arbitrary: element(table, literals) },
  );
  return nest(nest(leaf));
}

function nest(inner: fc.Arbitrary<Predicate>): fc.Arbitrary<Predicate> {
  return fc.oneof(
    { weight: 3, arbitrary: inner },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom("and" as const, "or" as const),
        operands: fc.array(inner, { maxLength: 3 }),
      }),
    },
    { weight: 1, arbitrary: inner.map((operand) => ({ kind: "not" as const, operand })) },
  );
}

function comparison(attributes: readonly Attribute[], literals: Literals): fc.Arbitrary<Predicate> {
  return fc.constantFrom(...attributes).chain((attribute) => {
    const operator = fc.constantFrom<Operator[]>(...operatorsOf[attribute.type]);
    return fc.record({
      kind: fc.constant("compare" as const),
      attribute: fc.constant(attribute),
      operator,
      value: valueOf(attribute, literals),
    });
  });
}

export function valueOf({ type }: Attribute, { text, time }: Literals): fc.Arbitrary<PredicateValue> {
  const values = {
    text: fc.constantFrom(...text),
    number: fc.integer({ min: 0, max: 4 }),
    boolean: fc.boolean(),
    time: fc.constantFrom(...time),
    complex: fc.constant(null),
  } as const satisfies Record<AttributeType, fc.Arbitrary<PredicateValue>>;
  return fc.option<PredicateValue>(values[type], { freq: 10 });
}

function present(attributes: readonly Attribute[]): fc.Arbitrary<Predicate> {
  return fc.record({ kind: fc.constant("present" as const), attribute: fc.constantFrom(...attributes) });
}

/** A condition on one element of a list, in terms of what the table says of its elements. */
function element(table: Readonly<Record<string, Attribute>>, literals: Literals): fc.Arbitrary<Predicate> {
  const lists = Object.values(table).filter(({ type, multiValued }) => type === "complex" && multiValued);
  return fc.constantFrom(...lists).chain((list) => {
    const parts = simple(Object.values(table))
      .filter(({ path }) => path.length === 2 && path[0] === list.path[0])
      .map((part) => ({ ...part, path: part.path.slice(1), multiValued: false }));
    const where = nest(fc.oneof(comparison(parts, literals), present(parts)));
    return fc.record({ kind: fc.constant("element" as const), list: fc.constant(list), where });
  });
}

function simple(attributes: readonly Attribute[]): Attribute[] {
  return attributes.filter(({ type }) => type !== "complex");
}
