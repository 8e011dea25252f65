import type { Connection } from "@rollcall/domain";
import type { z } from "zod";
import type { connectionSchema } from "../schemas/connection.ts";

export function toConnection(connection: Connection): z.input<typeof connectionSchema> {
  return {
    ...connection,
    createdAt: connection.createdAt.toISOString(),
    updatedAt: connection.updatedAt.toISOString(),
  };
}
