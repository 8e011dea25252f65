import { quote } from "../errors/quote.ts";
import { ScimError } from "../errors/scim-error.ts";
import { resolveElementFilter } from "../filter/resolve-filter.ts";
import type { ResolvedFilter } from "../filter/resolved-filter.ts";
import { type Attribute, findAttribute } from "../schema/attribute.ts";
import type { ResourceType } from "../schema/resource-type.ts";
import { parsePath, type PatchPath } from "./parse-path.ts";
import { findExtension, resolveAttribute } from "./resolve-attribute.ts";

/** One attribute on the way down, and which of its values are meant: all, or those of the filter. */
export interface Step {
  readonly attribute: Attribute;
  readonly filter?: ResolvedFilter;
}

/** The way from the resource to what an operation changes; never empty. */
export type Target = readonly [Step, ...Step[]];

/**
 * Finds what a path means.
 *
 * @throws ScimError 400 invalidPath if it is malformed or the type has no such attribute; 400
 * invalidFilter if its value filter does not fit the attribute.
 */
export function resolvePath<TResource>(type: ResourceType<TResource>, text: string): Target {
  const extension = findExtension(type, text);
  if (extension !== undefined) return [{ attribute: extension }];
  const path = parsePath(text);
  const [first, ...rest] = resolveAttribute(type, path.attribute) ?? unknown(text);
  const steps: Target = [{ attribute: first }, ...rest.map((attribute) => ({ attribute }))];
  if (steps.slice(0, -1).some(({ attribute }) => attribute.type !== "complex")) unknown(text);
  return path.filter === undefined ? steps : addFilter(steps, path.filter, path.subAttribute);
}

function addFilter(steps: Target, filter: NonNullable<PatchPath["filter"]>, subAttribute: string | undefined): Target {
  const last = steps.at(-1) ?? steps[0];
  const { attribute } = last;
  if (!attribute.multiValued) {
    throw new ScimError("invalidPath", `${attribute.path} has a single value: it takes no filter.`);
  }
  const filtered: Step = { attribute, filter: resolveElementFilter(attribute, filter) };
  const above = steps.slice(0, -1);
  const below = subAttribute === undefined ? [] : [{ attribute: findSub(attribute, subAttribute) }];
  const [first = filtered, ...rest] = [...above, filtered, ...below];
  return [first, ...rest];
}

function findSub(attribute: Attribute, name: string): Attribute {
  const found = attribute.type === "complex" ? findAttribute(attribute.attributes, name) : undefined;
  return found ?? unknown(`${attribute.path}[…].${name}`);
}

function unknown(text: string): never {
  throw new ScimError("invalidPath", `There is no attribute ${quote(text)}.`);
}
