import { z } from "zod";

/** A UUIDv7 made by the server; an input is not asked for its version, an unknown id is simply not found. */
export const id = z
  .uuid()
  .meta({ id: "Id", description: "A UUID made by Rollcall.", examples: ["01935f1e-8d2a-7c3b-9f40-1f2e3d4c5b6a"] });
