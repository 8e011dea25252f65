import type { Deletion } from "@rollcall/domain";
import { z } from "zod";
import { id } from "./id.ts";
import { instant } from "./instant.ts";
import type { ShapeOf, Wire } from "./wire.ts";

export const deletionSchema = z
  .object({
    id,
    resourceType: z.enum(["user", "group"]),
    name: z.string().meta({ description: "userName of a user, displayName of a group" }),
    deletedAt: instant,
    purgeAt: instant.meta({ description: "From then on it is erased for good" }),
  } satisfies ShapeOf<Wire<Deletion>>)
  .meta({
    id: "Deletion",
    description: "A user or group that was deleted and can still be restored.",
    examples: [
      {
        id: "01935f20-1111-7222-8333-944455556666",
        resourceType: "user",
        name: "ada@example.com",
        deletedAt: "2026-02-03T09:30:00.000Z",
        purgeAt: "2026-03-05T09:30:00.000Z",
      },
    ],
  });

export const deletedSchema = z.object({ id }).meta({
  id: "Deleted",
  description: "What was deleted.",
  examples: [{ id: "01935f20-1111-7222-8333-944455556666" }],
});
