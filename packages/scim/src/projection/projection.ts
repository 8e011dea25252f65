import type { Selection } from "../schema/attribute.ts";

/** Which attributes a response holds (RFC 7644 §3.9), ready to be applied to many resources. */
export interface Projection {
  readonly selection: Selection;
}

/** Whether a top-level attribute is in the response, so that what nobody asked for is not loaded. */
export function wants(projection: Projection, attribute: string): boolean {
  return projection.selection.has(attribute);
}
