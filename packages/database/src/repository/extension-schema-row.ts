import type { ExtensionSchema } from "@rollcall/domain";

export const extensionSchemaColumns = [
  "id",
  "urn",
  "name",
  "description",
  "attributes",
  "created_at",
  "updated_at",
] as const;

interface ExtensionSchemaRow extends Pick<ExtensionSchema, "id" | "urn" | "name" | "description" | "attributes"> {
  created_at: Date;
  updated_at: Date;
}

export function extensionSchemaFromRow(row: ExtensionSchemaRow): ExtensionSchema {
  const { created_at: createdAt, updated_at: updatedAt, ...definition } = row;
  return { ...definition, createdAt, updatedAt };
}

export function extensionSchemaValues({ urn, name, description, attributes, createdAt, updatedAt }: ExtensionSchema) {
  return {
    urn,
    name,
    description,
    attributes: JSON.stringify(attributes),
    created_at: createdAt,
    updated_at: updatedAt,
  };
}
