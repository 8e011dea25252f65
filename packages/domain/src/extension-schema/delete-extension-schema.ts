import { DomainError } from "../error/domain-error.ts";
import type { Actor } from "../event/event.ts";
import { newEvent } from "../event/new-event.ts";
import type { ExtensionSchema } from "./extension-schema.ts";
import type { ExtensionSchemaRepository } from "./extension-schema-repository.ts";

/** @throws DomainError `not_found`, `in_use` while a user holds values of the schema. */
export async function deleteExtensionSchema(
  schemas: ExtensionSchemaRepository,
  { urn, actor }: { urn: string; actor: Actor },
): Promise<ExtensionSchema> {
  return await schemas.transact(async (transaction) => {
    const schema = (await transaction.list()).find((each) => each.urn === urn);
    if (schema === undefined) throw new DomainError({ code: "not_found", resource: "schema", id: urn });
    if (!(await transaction.deleteUnused(schema))) {
      throw new DomainError({ code: "in_use", resource: "schema", id: urn });
    }
    await transaction.record(newEvent("schema.deleted", actor, { id: schema.id, version: null, data: { schema } }));
    return schema;
  });
}
