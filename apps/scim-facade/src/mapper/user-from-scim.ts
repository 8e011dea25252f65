import type { Extensions, UserDraft } from "@rollcall/domain";
import { isJsonObject, type JsonObject, SCHEMA_ENTERPRISE_USER, type ScimUser } from "@rollcall/scim";

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
  const extensions = takeExtensions(profile);
  return {
    userName,
    externalId: externalId ?? null,
    active,
    profile: {
      ...profile,
      ...(enterprise !== undefined && { enterprise }),
      ...(Object.keys(extensions).length > 0 && { extensions }),
    },
  };
}

/** Takes the values of the tenant's extensions out of a resource, whose type does not know them: only URNs have colons. */
function takeExtensions(resource: JsonObject): Extensions {
  const extensions: Record<string, JsonObject> = {};
  for (const [key, value] of Object.entries(resource)) {
    if (!key.includes(":") || !isJsonObject(value)) continue;
    extensions[key] = value;
    delete resource[key];
  }
  return extensions;
}
