import { compileExtension, demandsOf, selectByDefault } from "./compile-attribute.ts";
import type { SchemaExtension } from "./definition.ts";
import type { ResourceType } from "./resource-type.ts";

/**
 * A resource type with further extensions (RFC 7643 §3.3). What is compiled already is shared. Resources hold the
 * values under the extensions' URNs, where `TResource` does not name them.
 *
 * @throws TypeError if a definition is wrong.
 */
export function extendResourceType<TResource>(
  type: ResourceType<TResource>,
  added: readonly SchemaExtension[],
): ResourceType<TResource> {
  const compiled = added.map(compileExtension);
  const attributes = new Map([
    ...type.attributes,
    ...compiled.map((extension) => [extension.name.toLowerCase(), extension] as const),
  ]);
  return {
    definition: { ...type.definition, extensions: [...type.definition.extensions, ...added] },
    attributes,
    extensions: [...type.extensions, ...compiled],
    demands: demandsOf(attributes),
    selection: selectByDefault(attributes),
  };
}
