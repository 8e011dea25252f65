import { type Attribute, type Predicate, type PredicateValue, userAttributes } from "@rollcall/domain";
import {
  evaluateFilter,
  type ResolvedComparison,
  type ResolvedFilter,
  type ResourceType,
  SCHEMA_ENTERPRISE_USER,
} from "@rollcall/scim";

/** What attributes that are made for an answer are made of. */
export interface Described {
  readonly type: ResourceType<unknown>;
  readonly baseUrl: string;
}

type Leaf = Extract<ResolvedFilter, { kind: "comparison" | "present" }>;

/**
 * What a filter on an attribute that is stored nowhere comes to in terms of those that are; undefined for every other
 * attribute, and for comparisons that cannot be put so.
 */
export function computedPredicate(leaf: Leaf, described: Described): Predicate | undefined {
  if (leaf.path === "meta.resourceType") {
    // The same for every resource of the type.
    return always(evaluateFilter(leaf, { meta: { resourceType: described.type.definition.name } }));
  }
  if (!Object.hasOwn(computed, leaf.path)) return undefined;
  if (leaf.kind === "present") return always(true);
  const isEqual = computed[leaf.path]?.(leaf, described);
  if (isEqual === undefined || leaf.operator === "eq") return isEqual;
  return leaf.operator === "ne" && leaf.path !== "schemas" ? { kind: "not", operand: isEqual } : undefined;
}

function always(holds: boolean): Predicate {
  return { kind: holds ? "and" : "or", operands: [] };
}

/** When each equals a value. */
const computed: Readonly<Record<string, (leaf: ResolvedComparison, described: Described) => Predicate>> = {
  "meta.location": ({ value }, { type, baseUrl }) => {
    const start = `${baseUrl}${type.definition.endpoint}/`;
    const location = String(value);
    return location.startsWith(start) ? equals(userAttributes.id, location.slice(start.length)) : always(false);
  },

  "meta.version": ({ value }) => {
    const version = /^W\/"(\d+)"$/.exec(String(value))?.[1];
    return version === undefined ? always(false) : equals(userAttributes.version, Number(version));
  },

  schemas: ({ value }, { type: { definition } }) => {
    if (value === definition.schema.id) return always(true);
    const extension = definition.extensions.find(({ schema }) => schema.id === value)?.schema.id;
    if (extension === undefined) return always(false);
    const path = extension === SCHEMA_ENTERPRISE_USER ? ["enterprise"] : ["extensions", extension];
    return { kind: "present", attribute: { path, type: "complex", caseExact: true, multiValued: false } };
  },
};

/** Groups name both attributes as users do. */
function equals(attribute: Attribute, value: PredicateValue): Predicate {
  return { kind: "compare", attribute, operator: "eq", value };
}
