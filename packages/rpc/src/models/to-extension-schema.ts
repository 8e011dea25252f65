import type { ExtensionSchema } from "@rollcall/domain";
import type { z } from "zod";
import type { extensionSchemaSchema } from "../schemas/extension-schema.ts";

export function toExtensionSchema(schema: ExtensionSchema): z.input<typeof extensionSchemaSchema> {
  return { ...schema, createdAt: schema.createdAt.toISOString(), updatedAt: schema.updatedAt.toISOString() };
}
