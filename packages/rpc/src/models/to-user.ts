import type { User } from "@rollcall/domain";
import type { z } from "zod";
import type { userSchema } from "../schemas/user.ts";

export function toUser(user: User): z.input<typeof userSchema> {
  return {
    ...user,
    groups: [...user.groups],
    createdAt: user.createdAt.toISOString(),
    updatedAt: user.updatedAt.toISOString(),
  };
}
