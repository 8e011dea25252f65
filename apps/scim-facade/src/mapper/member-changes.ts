import type { MemberChange } from "@rollcall/domain";
import { evaluateFilter, type MemberChange as ScimMemberChange } from "@rollcall/scim";
import { memberToScim } from "./group-to-scim.ts";

/** A PATCH's changes of members as the domain's. Removals that follow each other become one. */
export function memberChanges(changes: readonly ScimMemberChange[], baseUrl: string): MemberChange[] {
  const merged: MemberChange[] = [];
  for (const change of changes.map((scim) => memberChange(scim, baseUrl))) {
    const last = merged.at(-1);
    if (
      last !== undefined &&
      "ids" in last &&
      "ids" in change &&
      last.kind === change.kind &&
      change.kind !== "replace"
    ) {
      merged[merged.length - 1] = { kind: change.kind, ids: [...last.ids, ...change.ids] };
    } else merged.push(change);
  }
  return merged;
}

function memberChange(change: ScimMemberChange, baseUrl: string): MemberChange {
  switch (change.kind) {
    case "add":
    case "replace":
    case "remove":
      return { kind: change.kind, ids: change.members.map((member) => member.value) };
    case "removeAll":
      return { kind: "replace", ids: [] };
    case "removeWhere":
      return { kind: "removeWhere", matches: (member) => evaluateFilter(change.filter, memberToScim(member, baseUrl)) };
  }
}
