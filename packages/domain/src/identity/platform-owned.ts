import { DomainError } from "../error/domain-error.ts";
import type { Origin } from "../user/user.ts";

/**
 * What an identity provider pushed is changed there, and nowhere else.
 * @throws DomainError `idp_owned` for a user or group that the platform did not make itself.
 */
export function assertPlatformOwned(
  resource: "user" | "group",
  { id, origin }: { readonly id: string; readonly origin: Origin },
): void {
  if (origin !== "platform") throw new DomainError({ code: "idp_owned", resource, id });
}
