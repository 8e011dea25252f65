import { ScimError } from "../errors/scim-error.ts";
import { parseAttributePath } from "../path/attribute-path.ts";
import { findExtension, resolveAttribute } from "../path/resolve-attribute.ts";
import type { Attribute, AttributeMap, Selection } from "../schema/attribute.ts";
import type { ResourceType } from "../schema/resource-type.ts";
import type { Projection } from "./projection.ts";

export interface ProjectionParameters {
  /** Names with commas between them, as in the query string. */
  readonly attributes?: string | undefined;
  readonly excludedAttributes?: string | undefined;
}

/**
 * Reads `attributes` and `excludedAttributes` (RFC 7644 §3.9). Names may be in any case, have a URN
 * and name sub-attributes; unknown ones are ignored. What is returned `always` stays, and what is
 * returned `never` cannot be asked for (RFC 7643 §2.2).
 *
 * @throws ScimError 400 invalidValue if both are given.
 */
export function readProjection<TResource>(
  type: ResourceType<TResource>,
  { attributes, excludedAttributes }: ProjectionParameters,
): Projection {
  const included = splitNames(attributes);
  const excluded = splitNames(excludedAttributes);
  if (included.length > 0 && excluded.length > 0) {
    throw new ScimError("invalidValue", "Give attributes or excludedAttributes, not both.");
  }
  if (included.length > 0) {
    return { selection: resolveAll(type, included).reduce(include, alwaysIn(type.attributes)) };
  }
  return { selection: resolveAll(type, excluded).reduce(exclude, type.selection) };
}

function splitNames(list: string | undefined): string[] {
  return (list ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function resolveAll<TResource>(type: ResourceType<TResource>, names: readonly string[]): (readonly Attribute[])[] {
  return names.flatMap((name): (readonly Attribute[])[] => {
    const extension = findExtension(type, name);
    if (extension !== undefined) return [[extension]];
    const path = parseAttributePath(name);
    const chain = path === undefined ? undefined : resolveAttribute(type, path);
    return chain === undefined || chain.some(({ returned }) => returned === "never") ? [] : [chain];
  });
}

/** What is returned `always`, and of what is not itself, the parts that are: an extension's attributes. */
function alwaysIn(attributes: AttributeMap): Selection {
  const always = new Map<string, Selection | "whole">();
  for (const { name, returned, selection, attributes: parts } of attributes.values()) {
    const part = returned === "always" ? selection : alwaysIn(parts);
    if (part === "whole" || part.size > 0) always.set(name, part);
  }
  return always;
}

function include(selection: Selection, [attribute, ...below]: readonly Attribute[]): Selection {
  if (attribute === undefined) return selection;
  const { name } = attribute;
  const current = selection.get(name);
  if (current === "whole") return selection;
  const part =
    below.length === 0 || attribute.type !== "complex"
      ? attribute.selection
      : include(current ?? alwaysIn(attribute.attributes), below);
  return new Map(selection).set(name, part);
}

function exclude(selection: Selection, [attribute, ...below]: readonly Attribute[]): Selection {
  if (attribute === undefined) return selection;
  const current = selection.get(attribute.name);
  if (current === undefined || (below.length === 0 && attribute.returned === "always")) return selection;
  const result = new Map(selection);
  const kept = alwaysIn(attribute.attributes);
  if (below.length > 0 && attribute.type === "complex") {
    result.set(attribute.name, exclude(current === "whole" ? allIn(attribute) : current, below));
  } else if (kept.size > 0) result.set(attribute.name, kept);
  else result.delete(attribute.name);
  return result;
}

function allIn(attribute: Attribute): Selection {
  return new Map([...attribute.attributes.values()].map(({ name, selection }) => [name, selection]));
}
