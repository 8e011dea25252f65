import type { JsonValue } from "../json/json-value.ts";

/** One operation of a PATCH (RFC 7644 §3.5.2). */
export interface PatchOperation {
  readonly op: "add" | "replace" | "remove";
  /** Not yet read: see parsePath. Without it the operation is on the resource itself. */
  readonly path?: string | undefined;
  readonly value?: JsonValue;
}
