import type { UserDraft } from "@rollcall/domain";
import { SCHEMA_ENTERPRISE_USER, type ScimUser } from "@rollcall/scim";

/** What a SCIM User says a user shall be; `active` where it does not say is the caller's to decide. */
export function userFromScim(resource: ScimUser, activeByDefault: boolean): UserDraft {
  const {
    schemas,
    id,
    meta,
    groups,
    externalId,
    userName,
    active = activeByDefault,
    [SCHEMA_ENTERPRISE_USER]: enterprise,
    ...profile
  } = resource;
  return {
    userName,
    externalId: externalId ?? null,
    active,
    profile: enterprise === undefined ? profile : { ...profile, enterprise },
  };
}
