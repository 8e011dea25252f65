import type { NewEvent } from "../event/new-event.ts";
import type { Entitlement, EntitlementKind } from "./entitlement.ts";

/** The roles and entitlements of one tenant. Every write commits together with its event. */
export interface EntitlementRepository {
  /** All of them, or all of a kind, in the order of their ids. */
  list(kind?: EntitlementKind): Promise<readonly Entitlement[]>;
  find(id: string): Promise<Entitlement | undefined>;
  /** @throws DomainError `conflict` when the displayName is taken, `not_found` when there is no such tenant. */
  insert(entitlement: Entitlement, event: NewEvent, options: { max: number }): Promise<void>;
  /** @returns false when there is no such entitlement. @throws DomainError `conflict` when the displayName is taken. */
  update(entitlement: Entitlement, event: NewEvent): Promise<boolean>;
  /** @returns what was deleted, or undefined when there is no such entitlement. */
  delete(id: string, event: (entitlement: Entitlement) => NewEvent): Promise<Entitlement | undefined>;
}
