import { isDeepStrictEqual } from "node:util";
import { DomainError } from "../error/domain-error.ts";
import type { Actor } from "../event/event.ts";
import { newEvent } from "../event/new-event.ts";
import { newId } from "../identity/id.ts";
import { checkSchema, type NewExtensionSchema } from "./check-schema.ts";
import { checkSuccession } from "./check-succession.ts";
import { type ExtensionSchema, type ExtensionSchemaDraft, MAX_SCHEMAS_PER_TENANT } from "./extension-schema.ts";
import type { ExtensionSchemaRepository } from "./extension-schema-repository.ts";

export interface SchemaDefinitionRequest {
  readonly schema: NewExtensionSchema;
  readonly actor: Actor;
}

/**
 * Adds an extension schema, or replaces the one with the same URN. The same definition again changes nothing.
 * @throws DomainError `invalid_value` for a definition that is not acceptable, that would orphan values of the one
 * before, or that is one too many.
 */
export async function defineExtensionSchema(
  schemas: ExtensionSchemaRepository,
  { schema, actor }: SchemaDefinitionRequest,
): Promise<ExtensionSchema> {
  const draft = checkSchema(schema);
  return await schemas.transact(async (transaction) => {
    const all = await transaction.list();
    const current = all.find(({ urn }) => urn === draft.urn);
    if (current === undefined) checkRoom(all, draft.urn);
    else {
      checkSuccession(current.attributes, draft.attributes);
      if (isDeepStrictEqual(draftOf(current), draft)) return current;
    }
    const now = new Date();
    const next: ExtensionSchema = {
      ...draft,
      id: current?.id ?? newId(),
      createdAt: current?.createdAt ?? now,
      updatedAt: now,
    };
    await transaction.put(next);
    await transaction.record(newEvent("schema.defined", actor, { id: next.id, version: null, data: { schema: next } }));
    return next;
  });
}

function draftOf({ urn, name, description, attributes }: ExtensionSchema): ExtensionSchemaDraft {
  return { urn, name, description, attributes };
}

function checkRoom(all: readonly ExtensionSchema[], urn: string): void {
  if (all.length >= MAX_SCHEMAS_PER_TENANT) {
    const reason = `the tenant has ${MAX_SCHEMAS_PER_TENANT} extension schemas already`;
    throw new DomainError({ code: "invalid_value", attribute: "urn", reason });
  }
  // A path such as `urn:example:a:b` shall mean one thing: attribute b of urn:example:a, or a schema. In any case.
  const twin = all.find((other) => begins(other.urn, urn) || begins(urn, other.urn));
  if (twin === undefined) return;
  const reason = `it cannot be told apart from ${twin.urn}`;
  throw new DomainError({ code: "invalid_value", attribute: "urn", reason });
}

function begins(prefix: string, urn: string): boolean {
  return `${urn}:`.toLowerCase().startsWith(`${prefix}:`.toLowerCase());
}
