import {
  type Attribute,
  attributeTypes,
  type ExtensionAttribute,
  type ExtensionSchema,
  type Urn,
} from "@rollcall/domain";

/** The attribute that `<URN>:<name>` or `<URN>:<name>.<sub-attribute>` names, or undefined when the tenant has none. */
export function extensionAttribute(schemas: readonly ExtensionSchema[], name: Urn): Attribute | undefined {
  const schema = schemas.find(({ urn }) => name.startsWith(`${urn}:`));
  if (schema === undefined) return undefined;
  const [first, second, ...others] = name.slice(schema.urn.length + 1).split(".");
  const attribute = schema.attributes.find((each) => each.name === first);
  if (attribute === undefined || others.length > 0) return undefined;
  const path = ["extensions", schema.urn, attribute.name];
  const { multiValued } = attribute;
  if (second === undefined) return { path, multiValued, ...comparisonOf(attribute) };
  const part = attribute.type === "complex" ? attribute.subAttributes.find((each) => each.name === second) : undefined;
  return part && { path: [...path, part.name], multiValued: multiValued || part.multiValued, ...comparisonOf(part) };
}

function comparisonOf(attribute: ExtensionAttribute): Pick<Attribute, "type" | "caseExact"> {
  const type = attributeTypes[attribute.type];
  if (attribute.type === "complex") return { type, caseExact: false };
  const alwaysExact = attribute.type === "reference" || attribute.type === "binary";
  return { type, caseExact: alwaysExact || attribute.caseExact };
}
