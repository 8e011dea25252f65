import type { Member } from "@rollcall/domain";

export interface MemberRow {
  group_id: string;
  user_id: string;
  display: string;
}

export function memberFromRow({ user_id, display }: MemberRow): Member {
  return { id: user_id, type: "user", display };
}
