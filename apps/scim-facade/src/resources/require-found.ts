import { isId } from "@rollcall/domain";
import { ScimError } from "@rollcall/scim";

/** An id as it may be looked up. What no id of ours looks like does not exist. @throws ScimError 404. */
export function requireId(resourceType: "User" | "Group", id: string): string {
  if (!isId(id)) throw notFound(resourceType, id);
  return id.toLowerCase();
}

/** @throws ScimError 404 when nothing was found: the same for what never was and for another tenant's. */
export function requireFound<TItem>(resourceType: "User" | "Group", id: string, item: TItem | undefined): TItem {
  if (item === undefined) throw notFound(resourceType, id);
  return item;
}

const MAX_ECHOED_LENGTH = 100;

function notFound(resourceType: string, id: string): ScimError {
  const echo = id.length > MAX_ECHOED_LENGTH ? `${id.slice(0, MAX_ECHOED_LENGTH)}…` : id;
  return new ScimError("notFound", `There is no ${resourceType} with the id "${echo}".`);
}
