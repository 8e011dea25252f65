import type { Selection } from "../schema/attribute.ts";
import type { ResourceType } from "../schema/resource-type.ts";

/** Which attributes a response holds (RFC 7644 §3.9), ready to be applied to many resources. */
export interface Projection {
  readonly selection: Selection;
}

/** Whether a top-level attribute is in the response, so that what nobody asked for is not loaded. */
export function wants(projection: Projection, attribute: string): boolean {
  return projection.selection.has(attribute);
}

/** Whether a response holds what is returned by default: neither less nor more was asked for. */
export function isDefault<TResource>(projection: Projection, type: ResourceType<TResource>): boolean {
  return projection.selection === type.selection;
}
