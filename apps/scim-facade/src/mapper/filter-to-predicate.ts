import type { GroupAttribute, Predicate, PredicateValue, UserAttribute } from "@rollcall/domain";
import { type ResolvedFilter, SCHEMA_ENTERPRISE_USER, ScimError } from "@rollcall/scim";

/** SCIM's canonical path → the domain's name, for every attribute that lists can be filtered by. */
export const userFilterAttributes = {
  id: "id",
  userName: "userName",
  externalId: "externalId",
  active: "active",
  displayName: "displayName",
  title: "title",
  "name.givenName": "name.givenName",
  "name.familyName": "name.familyName",
  "emails.value": "emails.value",
  [`${SCHEMA_ENTERPRISE_USER}:employeeNumber`]: "enterprise.employeeNumber",
  [`${SCHEMA_ENTERPRISE_USER}:department`]: "enterprise.department",
  "meta.created": "createdAt",
  "meta.lastModified": "updatedAt",
} as const satisfies Record<string, UserAttribute>;

export const groupFilterAttributes = {
  id: "id",
  displayName: "displayName",
  externalId: "externalId",
  "meta.created": "createdAt",
  "meta.lastModified": "updatedAt",
} as const satisfies Record<string, GroupAttribute>;

/**
 * A filter as the domain's predicate.
 * @throws ScimError 400 invalidFilter for an attribute that is not in the table.
 */
export function filterToPredicate<TAttribute extends string>(
  attributes: Readonly<Record<string, TAttribute>>,
  filter: ResolvedFilter,
): Predicate<TAttribute> {
  switch (filter.kind) {
    case "and":
    case "or":
      return { kind: filter.kind, operands: filter.filters.map((operand) => filterToPredicate(attributes, operand)) };
    case "not":
      return { kind: "not", operand: filterToPredicate(attributes, filter.filter) };
    case "present":
      return { kind: "present", attribute: attributeOf(attributes, filter.path) };
    case "comparison": {
      const { path, operator, value, attribute } = filter;
      const comparable = attribute.type === "dateTime" && typeof value === "string" ? new Date(value) : value;
      return {
        kind: "compare",
        attribute: attributeOf(attributes, path),
        operator,
        value: comparable satisfies PredicateValue,
      };
    }
    case "valuePath":
      return filterToPredicate(attributes, onlyComparison(filter.filter, filter.path));
  }
}

function attributeOf<TAttribute>(attributes: Readonly<Record<string, TAttribute>>, path: string): TAttribute {
  const attribute = Object.hasOwn(attributes, path) ? attributes[path] : undefined;
  if (attribute !== undefined) return attribute;
  throw new ScimError(
    "invalidFilter",
    `Lists cannot be filtered by ${path}; they can by ${Object.keys(attributes).join(", ")}.`,
  );
}

/** One comparison of one element means the same inside a value path and outside; several would have to meet in one. */
function onlyComparison(filter: ResolvedFilter, path: string): ResolvedFilter {
  if (filter.kind === "comparison" && filter.operator !== "ne") return filter;
  throw new ScimError("invalidFilter", `Lists can be filtered by one comparison within ${path}[…] only.`);
}
