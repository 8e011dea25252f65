import type { ExtensionAttribute, ExtensionSchema } from "@rollcall/domain";
import type { AttributeDefinition, SchemaExtension } from "@rollcall/scim";

/**
 * An extension schema as SCIM defines one. The extension is required of a new resource when an attribute of it is
 * (RFC 7643 §6).
 */
export function schemaToScim({ urn, name, description, attributes }: ExtensionSchema): SchemaExtension {
  return {
    schema: { id: urn, name, description, attributes: attributes.map(attributeToScim) },
    required: attributes.some(({ required }) => required),
  };
}

function attributeToScim(attribute: ExtensionAttribute): AttributeDefinition {
  if (attribute.type === "complex") {
    const { subAttributes, ...complex } = attribute;
    return { ...complex, subAttributes: subAttributes.map(attributeToScim) };
  }
  const { caseExact, ...simple } = attribute;
  const referenceTypes = simple.type === "reference" ? { referenceTypes: ["external"] } : {};
  // Left out where it is false: then references and binaries are case-exact, as they always are.
  return { ...simple, ...referenceTypes, ...(caseExact && { caseExact }) };
}
