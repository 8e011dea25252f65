import type { Actor } from "@rollcall/domain";
import { z } from "zod";
import { id } from "./id.ts";

export const actor: z.ZodType<Actor, Actor> = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.enum(["connection", "api_key"]), id }),
    z.object({ kind: z.literal("subject"), id: z.string() }),
    z.object({ kind: z.literal("system") }),
  ])
  .meta({
    id: "Actor",
    description:
      "Who did it: an identity provider through its connection, a service with an API key, the subject of a JWT of the platform, or Rollcall itself.",
    examples: [{ kind: "connection", id: "01935f1e-8d2b-7a10-8c55-0a1b2c3d4e5f" }],
  });
