import type { Actor } from "../event/event.ts";
import { newEvent } from "../event/new-event.ts";
import { newId } from "../identity/id.ts";
import { checkEntitlement } from "./check-entitlement.ts";
import {
  type Entitlement,
  type EntitlementDraft,
  type EntitlementKind,
  MAX_ENTITLEMENTS_PER_KIND,
} from "./entitlement.ts";
import type { EntitlementRepository } from "./entitlement-repository.ts";

export interface NewEntitlement {
  readonly kind: EntitlementKind;
  readonly draft: EntitlementDraft;
  readonly actor: Actor;
}

/** @throws DomainError `conflict` when the displayName is taken, `invalid_value`, also for one too many. */
export async function createEntitlement(
  entitlements: EntitlementRepository,
  { kind, draft, actor }: NewEntitlement,
): Promise<Entitlement> {
  checkEntitlement(kind, draft);
  const now = new Date();
  const { displayName, type } = draft;
  const entitlement: Entitlement = { id: newId(), kind, displayName, type, createdAt: now, updatedAt: now };
  await entitlements.insert(
    entitlement,
    newEvent("entitlement.created", actor, { id: entitlement.id, version: null, data: { entitlement } }),
    { max: MAX_ENTITLEMENTS_PER_KIND },
  );
  return entitlement;
}
