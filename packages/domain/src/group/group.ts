import type { Origin } from "../user/user.ts";

/** A group without its members, which are read and changed on their own. */
export interface Group extends GroupDraft {
  readonly id: string;
  readonly origin: Origin;
  readonly connectionId: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface GroupDraft {
  /** As the identity provider spells it; compared folded, unique within the tenant where the connection asks for it. */
  readonly displayName: string;
  readonly externalId: string | null;
}

/** One membership, seen from its group. */
export interface Member {
  readonly id: string;
  readonly type: MemberType;
  /** A user's displayName, else its userName; a group's displayName. */
  readonly display: string;
}

export const memberTypes = ["user", "group"] as const;
export type MemberType = (typeof memberTypes)[number];

/** A member by its id alone, and what it is. */
export type MemberKey = Pick<Member, "id" | "type">;

/** One step of a change of members; steps apply in order. */
export type MemberChange =
  | { readonly kind: "add" | "remove" | "replace"; readonly ids: readonly string[] }
  | { readonly kind: "removeWhere"; readonly matches: (member: Member) => boolean };
