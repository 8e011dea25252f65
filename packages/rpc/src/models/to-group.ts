import type { Group } from "@rollcall/domain";
import type { z } from "zod";
import type { groupSchema } from "../schemas/group.ts";

export function toGroup(group: Group): z.input<typeof groupSchema> {
  return { ...group, createdAt: group.createdAt.toISOString(), updatedAt: group.updatedAt.toISOString() };
}
