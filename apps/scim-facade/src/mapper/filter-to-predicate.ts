import type { Predicate } from "@rollcall/domain";
import {
  evaluateFilter,
  type JsonObject,
  type JsonValue,
  type ResolvedFilter,
  type ResourceType,
} from "@rollcall/scim";
import { attributeFromScim } from "./attribute-from-scim.ts";

/** What a filter may ask that all resources of a type answer alike. */
export function constantsOf({ definition }: ResourceType<unknown>): JsonObject {
  return { meta: { resourceType: definition.name } };
}

/**
 * A filter as the domain's predicate.
 * @throws ScimError 400 invalidFilter for an attribute that is not stored and so cannot be searched.
 */
export function filterToPredicate(filter: ResolvedFilter, constants: JsonObject): Predicate {
  const translate = (part: ResolvedFilter): Predicate => {
    switch (part.kind) {
      case "and":
      case "or":
        return { kind: part.kind, operands: part.filters.map(translate) };
      case "not":
        return { kind: "not", operand: translate(part.filter) };
      case "valuePath":
        return { kind: "element", list: attributeFromScim(part.path, part.attribute), where: translate(part.filter) };
      case "present":
        if (isConstant(part.path, constants)) return always(evaluateFilter(part, constants));
        return { kind: "present", attribute: attributeFromScim(part.path, part.attribute) };
      case "comparison": {
        if (isConstant(part.path, constants)) return always(evaluateFilter(part, constants));
        const { path, attribute, operator, value } = part;
        const comparable = attribute.type === "dateTime" && typeof value === "string" ? new Date(value) : value;
        return { kind: "compare", attribute: attributeFromScim(path, attribute), operator, value: comparable };
      }
    }
  };
  return translate(filter);
}

function isConstant(path: string, constants: JsonObject): boolean {
  return path.split(".").reduce<JsonValue | undefined>(own, constants) !== undefined;
}

function own(value: JsonValue | undefined, key: string): JsonValue | undefined {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject && Object.hasOwn(value, key) ? value[key] : undefined;
}

function always(holds: boolean): Predicate {
  return { kind: holds ? "and" : "or", operands: [] };
}
