import { attributeTypes, type Attribute, type Predicate } from "@rollcall/domain";
import type { FilterAttribute, ResolvedFilter } from "@rollcall/scim";

/** A filter in the domain's words, over a resource whose keys are SCIM's. */
export function toPredicate(filter: ResolvedFilter): Predicate {
  switch (filter.kind) {
    case "and":
    case "or":
      return { kind: filter.kind, operands: filter.filters.map(toPredicate) };
    case "not":
      return { kind: "not", operand: toPredicate(filter.filter) };
    case "present":
      return { kind: "present", attribute: toAttribute(filter.attribute) };
    case "valuePath":
      return { kind: "element", list: toAttribute(filter.attribute), where: toPredicate(filter.filter) };
    case "comparison": {
      const { attribute, operator, value } = filter;
      const comparable = attribute.type === "dateTime" && typeof value === "string" ? new Date(value) : value;
      return { kind: "compare", attribute: toAttribute(attribute), operator, value: comparable };
    }
  }
}

function toAttribute({ keys, type, caseExact, multiValued }: FilterAttribute): Attribute {
  return { path: keys, type: attributeTypes[type], caseExact, multiValued };
}
