import type { GroupDraft } from "@rollcall/domain";
import type { ScimGroup } from "@rollcall/scim";

/** What a SCIM Group says a group shall be, apart from its members. */
export function groupFromScim({ displayName, externalId }: ScimGroup): GroupDraft {
  return { displayName, externalId: externalId ?? null };
}

/** The ids of a SCIM Group's members, each once. */
export function memberIds({ members = [] }: ScimGroup): string[] {
  return [...new Set(members.flatMap(({ value }) => value ?? []))];
}
