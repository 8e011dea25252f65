import type { Predicate } from "@rollcall/domain";
import type { ResolvedFilter } from "@rollcall/scim";
import { attributeFromScim } from "./attribute-from-scim.ts";
import { computedPredicate, type Described } from "./computed-attribute.ts";

/**
 * A filter as the domain's predicate.
 * @throws ScimError 400 invalidFilter for an attribute that is not stored and cannot be told from those that are.
 */
export function filterToPredicate(filter: ResolvedFilter, described: Described): Predicate {
  switch (filter.kind) {
    case "and":
    case "or":
      return { kind: filter.kind, operands: filter.filters.map((part) => filterToPredicate(part, described)) };
    case "not":
      return { kind: "not", operand: filterToPredicate(filter.filter, described) };
    case "valuePath": {
      const list = attributeFromScim(filter.path, filter.attribute);
      return { kind: "element", list, where: filterToPredicate(filter.filter, described) };
    }
    case "present":
      return (
        computedPredicate(filter, described) ?? {
          kind: "present",
          attribute: attributeFromScim(filter.path, filter.attribute),
        }
      );
    case "comparison":
      return computedPredicate(filter, described) ?? comparison(filter);
  }
}

function comparison({ path, attribute, operator, value }: Extract<ResolvedFilter, { kind: "comparison" }>): Predicate {
  const comparable = attribute.type === "dateTime" && typeof value === "string" ? new Date(value) : value;
  return { kind: "compare", attribute: attributeFromScim(path, attribute), operator, value: comparable };
}
