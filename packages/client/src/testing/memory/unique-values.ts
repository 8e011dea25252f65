import { DomainError, type UniqueValue, uniqueValues, type User } from "@rollcall/domain";
import { byId } from "./rows-by-id.ts";
import type { TenantRows } from "./tenant-rows.ts";

/**
 * Gives a user the unique extension values of its profile, and takes away those it had.
 * @throws DomainError `conflict` when one is another user's, `contention` when there is no schema for some value.
 */
export function claimValues(rows: TenantRows, { id, profile: { extensions = {} } }: User): void {
  const schemas = byId(rows.extensionSchemas.values()).filter(({ urn }) => urn in extensions);
  if (schemas.length < Object.keys(extensions).length) {
    throw new DomainError({ code: "contention", resource: "user", id });
  }
  dropValues(rows, id);
  for (const value of uniqueValues(extensions, schemas)) {
    if (rows.uniqueValues.has(keyOf(value))) {
      throw new DomainError({ code: "conflict", attribute: value.attribute, value: value.value });
    }
    rows.uniqueValues.set(keyOf(value), id);
  }
}

export function dropValues({ uniqueValues }: TenantRows, userId: string): void {
  for (const [key, holder] of uniqueValues) if (holder === userId) uniqueValues.delete(key);
}

/** Lets go of the values of a schema's attributes that are unique no more. */
export function releaseValues({ uniqueValues }: TenantRows, urn: string, stillUnique: readonly string[]): void {
  for (const key of uniqueValues.keys()) {
    const attribute = key.slice(0, key.indexOf(SEPARATOR));
    if (attribute.startsWith(`${urn}:`) && !stillUnique.includes(attribute.slice(urn.length + 1)))
      uniqueValues.delete(key);
  }
}

/** In no attribute's name. */
const SEPARATOR = " ";

function keyOf({ attribute, key }: UniqueValue): string {
  return attribute + SEPARATOR + key;
}
