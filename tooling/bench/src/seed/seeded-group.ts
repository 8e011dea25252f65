import type { GroupDraft } from "@rollcall/domain";

/** What an identity provider says of a tenant's n-th group, counted from 1. */
export function seededGroup(n: number): GroupDraft {
  return { displayName: `Group ${n}`, externalId: null };
}
