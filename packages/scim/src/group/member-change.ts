import type { ResolvedFilter } from "../filter/resolved-filter.ts";

/** A member as a request names it. */
export interface MemberReference {
  /** The member's id. */
  readonly value: string;
  /** Left out if the request does not say, as Okta's do not. */
  readonly type?: "User" | "Group";
}

/** One change of a group's members. Lists name nobody twice. */
export type MemberChange =
  | { readonly kind: "add" | "replace" | "remove"; readonly members: MemberReference[] }
  /** Over `value`, `type`, `display` and `$ref` of one member. */
  | { readonly kind: "removeWhere"; readonly filter: ResolvedFilter }
  | { readonly kind: "removeAll" };
