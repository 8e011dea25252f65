import type { Attribute, AttributeMap, Selection } from "./attribute.ts";
import { commonAttributes } from "./common-attributes.ts";
import { compileAttributes, compileExtension, demandsOf, selectByDefault } from "./compile-attribute.ts";
import type { ResourceTypeDefinition } from "./definition.ts";
import type { ResourceOf } from "./resource-of.ts";

/** A resource type, compiled once and then only looked up in. */
export interface ResourceType<TResource> {
  readonly definition: ResourceTypeDefinition;
  /** Common attributes, those of the schema, and the extensions by their lower-case URNs. */
  readonly attributes: AttributeMap;
  readonly extensions: readonly Attribute[];
  /** The attributes that are required or have something required below them. */
  readonly demands: readonly Attribute[];
  /** What a response holds by default. */
  readonly selection: Selection;
  /** Never there: it ties the type to its resources, so that one type's cannot pass for another's. */
  readonly resource?: TResource;
}

/**
 * Compiles a resource type, the standard's own or one with further extensions.
 *
 * @throws TypeError if the definition is wrong: a mistake of the program, not of a request.
 */
export function compileResourceType<const TDefinition extends ResourceTypeDefinition>(
  definition: TDefinition,
): ResourceType<ResourceOf<TDefinition>> {
  const attributes = compileAttributes([...commonAttributes, ...definition.schema.attributes], "");
  const extensions = definition.extensions.map(compileExtension);
  for (const extension of extensions) attributes.set(extension.name.toLowerCase(), extension);
  return {
    definition,
    attributes,
    extensions,
    demands: demandsOf(attributes),
    selection: selectByDefault(attributes),
  };
}
