import type { JsonValue } from "@rollcall/domain";
import { z } from "zod";

/** Written out: `z.json()` would be a model without a name in the OpenAPI document. */
export const json: z.ZodType<JsonValue, JsonValue> = z
  .lazy(() => z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(json), z.record(z.string(), json)]))
  .meta({ id: "Json", description: "Any JSON value." });
