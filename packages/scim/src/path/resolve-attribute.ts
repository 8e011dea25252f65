import { type Attribute, type AttributeMap, findAttribute } from "../schema/attribute.ts";
import type { ResourceType } from "../schema/resource-type.ts";
import type { AttributePath } from "./attribute-path.ts";

/** The attributes from the resource down to the one that is meant; never empty. */
export type AttributeChain = readonly [Attribute, ...Attribute[]];

/**
 * Finds what a path means; undefined if the type has no such attribute. A name without URN, or with
 * that of the type's own schema, is an attribute of that schema; extensions need their URN.
 */
export function resolveAttribute<TResource>(
  type: ResourceType<TResource>,
  path: AttributePath,
): AttributeChain | undefined {
  const { urn, name, subAttribute } = path;
  if (urn === undefined || isCoreUrn(type, urn)) return resolveNames(type.attributes, path);
  const extension = findExtension(type, urn);
  if (extension !== undefined) {
    const chain = resolveNames(extension.attributes, path);
    return chain === undefined ? undefined : [extension, ...chain];
  }
  // The last part of a bare extension URN looks like an attribute name.
  const whole = findExtension(type, `${urn}:${name}`);
  if (whole === undefined || subAttribute === undefined) return whole === undefined ? undefined : [whole];
  const attribute = findAttribute(whole.attributes, subAttribute);
  return attribute === undefined ? undefined : [whole, attribute];
}

/** Like resolveAttribute, among the sub-attributes of one element: inside `members[…]`. */
export function resolveNames(attributes: AttributeMap, path: AttributePath): AttributeChain | undefined {
  const attribute = findAttribute(attributes, path.name);
  if (attribute === undefined || path.subAttribute === undefined) {
    return attribute === undefined ? undefined : [attribute];
  }
  const subAttribute = findAttribute(attribute.attributes, path.subAttribute);
  return subAttribute === undefined ? undefined : [attribute, subAttribute];
}

export function findExtension<TResource>(type: ResourceType<TResource>, urn: string): Attribute | undefined {
  return urn.includes(":") ? findAttribute(type.attributes, urn) : undefined;
}

export function isCoreUrn<TResource>(type: ResourceType<TResource>, urn: string): boolean {
  return urn.toLowerCase() === type.definition.schema.id.toLowerCase();
}
