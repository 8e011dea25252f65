import type { Member, MemberType } from "@rollcall/domain";

export interface MemberRow {
  group_id: string;
  id: string;
  type: MemberType;
  display: string;
}

export function memberFromRow({ id, type, display }: MemberRow): Member {
  return { id, type, display };
}
