import type { Group } from "@rollcall/domain";
import type { GroupRow } from "./tenant-rows.ts";

export function groupFromRow({ uniqueName: _, ...group }: GroupRow): Group {
  return group;
}
