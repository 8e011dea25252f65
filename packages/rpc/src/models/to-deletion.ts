import type { Deletion } from "@rollcall/domain";
import type { z } from "zod";
import type { deletionSchema } from "../schemas/deletion.ts";

export function toDeletion(deletion: Deletion): z.input<typeof deletionSchema> {
  return { ...deletion, deletedAt: deletion.deletedAt.toISOString(), purgeAt: deletion.purgeAt.toISOString() };
}
