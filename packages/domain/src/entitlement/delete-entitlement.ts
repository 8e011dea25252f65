import { DomainError } from "../error/domain-error.ts";
import type { Actor } from "../event/event.ts";
import { newEvent } from "../event/new-event.ts";
import type { Entitlement } from "./entitlement.ts";
import type { EntitlementRepository } from "./entitlement-repository.ts";

/** Takes an entitlement out of what is offered; users who carry it go on carrying it. @throws DomainError `not_found`. */
export async function deleteEntitlement(
  entitlements: EntitlementRepository,
  { id, actor }: { id: string; actor: Actor },
): Promise<Entitlement> {
  const deleted = await entitlements.delete(id, (entitlement) =>
    newEvent("entitlement.deleted", actor, { id, version: null, data: { entitlement } }),
  );
  if (deleted === undefined) throw new DomainError({ code: "not_found", resource: "entitlement", id });
  return deleted;
}
