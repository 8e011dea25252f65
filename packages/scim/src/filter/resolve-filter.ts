import { quote } from "../errors/quote.ts";
import { ScimError } from "../errors/scim-error.ts";
import { type AttributePath, formatAttributePath } from "../path/attribute-path.ts";
import { type AttributeChain, resolveAttribute, resolveNames } from "../path/resolve-attribute.ts";
import { type Attribute, findAttribute } from "../schema/attribute.ts";
import type { AttributeType } from "../schema/definition.ts";
import type { ResourceType } from "../schema/resource-type.ts";
import type { Filter } from "./filter.ts";
import { readLiteral } from "./read-literal.ts";
import type { FilterAttribute, ResolvedComparison, ResolvedFilter } from "./resolved-filter.ts";

/**
 * Looks up every attribute of a filter and gives its literals the attributes' types. A complex
 * attribute that is compared stands for its `value`: `emails eq "x"` is `emails.value eq "x"`.
 *
 * @throws ScimError 400 invalidFilter, naming the attribute: unknown, never returned (a filter must
 * not be a way to guess passwords), or not comparable in this way.
 */
export function resolveFilter<TResource>(type: ResourceType<TResource>, filter: Filter): ResolvedFilter {
  return resolve(filter, (path) => resolveAttribute(type, path));
}

/** Resolves the filter inside `[…]`, whose names are sub-attributes of `attribute`. */
export function resolveElementFilter(attribute: Attribute, filter: Filter): ResolvedFilter {
  return resolve(filter, (path) => (path.urn === undefined ? resolveNames(attribute.attributes, path) : undefined));
}

type LookUp = (path: AttributePath) => AttributeChain | undefined;

function resolve(filter: Filter, lookUp: LookUp): ResolvedFilter {
  switch (filter.kind) {
    case "and":
    case "or":
      return { kind: filter.kind, filters: filter.filters.map((part) => resolve(part, lookUp)) };
    case "not":
      return { kind: "not", filter: resolve(filter.filter, lookUp) };
    case "present": {
      const chain = findChain(filter.path, lookUp);
      const target = lastOf(chain);
      return { kind: "present", path: target.path, attribute: describe(chain, target.type) };
    }
    case "comparison":
      return resolveComparison(filter, findChain(filter.path, lookUp));
    case "valuePath":
      return resolveValuePath(filter, findChain(filter.path, lookUp));
  }
}

function resolveComparison(
  { operator, value }: Extract<Filter, { kind: "comparison" }>,
  chain: AttributeChain,
): ResolvedComparison {
  const target = lastOf(chain);
  if (target.type !== "complex") {
    const attribute = describe(chain, target.type);
    return { kind: "comparison", path: target.path, attribute, operator, value: readLiteral(target, operator, value) };
  }
  const implied = findAttribute(target.attributes, "value");
  if (implied === undefined || implied.type === "complex") {
    throw new ScimError("invalidFilter", `${target.path} is complex: compare one of its parts.`);
  }
  const attribute = describe([...chain, implied], implied.type);
  return { kind: "comparison", path: implied.path, attribute, operator, value: readLiteral(implied, operator, value) };
}

function resolveValuePath({ filter }: Extract<Filter, { kind: "valuePath" }>, chain: AttributeChain): ResolvedFilter {
  const target = lastOf(chain);
  if (target.type !== "complex" && !target.multiValued) {
    throw new ScimError("invalidFilter", `${target.path} has no parts to filter by.`);
  }
  return {
    kind: "valuePath",
    path: target.path,
    attribute: describe(chain, target.type),
    filter: resolveElementFilter(target, filter),
  };
}

function findChain(path: AttributePath, lookUp: LookUp): AttributeChain {
  const chain = lookUp(path);
  if (chain === undefined || chain.some(({ returned }) => returned === "never")) {
    const name = quote(formatAttributePath(path));
    throw new ScimError("invalidFilter", `There is no attribute ${name} to filter by.`);
  }
  return chain;
}

function describe<TType extends AttributeType>(chain: readonly Attribute[], type: TType): FilterAttribute<TType> {
  return {
    type,
    caseExact: chain.at(-1)?.caseExact ?? false,
    multiValued: chain.some(({ multiValued }) => multiValued),
    // A simple value has no key of its own below that of its attribute: `tags.value` is `tags`.
    keys: chain.filter((_, index) => index === 0 || chain[index - 1]?.type === "complex").map(({ name }) => name),
  };
}

function lastOf(chain: AttributeChain): Attribute {
  return chain.at(-1) ?? chain[0];
}
