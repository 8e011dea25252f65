import { isDeepStrictEqual } from "node:util";
import { DomainError } from "../error/domain-error.ts";
import type { Actor } from "../event/event.ts";
import { newEvent } from "../event/new-event.ts";
import { checkEntitlement } from "./check-entitlement.ts";
import type { Entitlement } from "./entitlement.ts";
import type { EntitlementRepository } from "./entitlement-repository.ts";

export interface EntitlementChange {
  readonly id: string;
  readonly displayName?: string | undefined;
  readonly type?: string | undefined;
  readonly actor: Actor;
}

/**
 * Changes what is given and leaves the rest. Users keep the display they were assigned with.
 * @throws DomainError `not_found`, `conflict`, `invalid_value`.
 */
export async function updateEntitlement(
  entitlements: EntitlementRepository,
  { id, displayName, type, actor }: EntitlementChange,
): Promise<Entitlement> {
  const current = await entitlements.find(id);
  if (current === undefined) throw new DomainError({ code: "not_found", resource: "entitlement", id });
  const wanted = { ...current, displayName: displayName ?? current.displayName, type: type ?? current.type };
  checkEntitlement(current.kind, wanted);
  if (isDeepStrictEqual(current, wanted)) return current;
  const next = { ...wanted, updatedAt: new Date() };
  const event = newEvent("entitlement.updated", actor, { id, version: null, data: { entitlement: next } });
  if (!(await entitlements.update(next, event))) {
    throw new DomainError({ code: "not_found", resource: "entitlement", id });
  }
  return next;
}
