import { FilterParser } from "../filter/filter-parser.ts";
import type { Filter } from "../filter/filter.ts";
import type { AttributePath } from "./attribute-path.ts";

/** The `path` of a PATCH operation as written (RFC 7644 §3.5.2, figure 7). */
export interface PatchPath {
  readonly attribute: AttributePath;
  /** `[…]`: which of the values are meant. */
  readonly filter?: Filter;
  /** `.name` after the `]`. */
  readonly subAttribute?: string;
}

/**
 * Reads `name`, `name.sub`, `name[filter]` or `name[filter].sub`, each with or without a URN.
 *
 * @throws ScimError 400 invalidPath, naming the character.
 */
export function parsePath(text: string): PatchPath {
  const parser = new FilterParser(text, "invalidPath");
  const attribute = parser.attributePath();
  if (parser.take("end") !== undefined) return { attribute };
  const filter = parser.valueFilter();
  const subAttribute = parser.subAttribute()?.name;
  parser.expect("end", "The path should end here");
  return subAttribute === undefined ? { attribute, filter } : { attribute, filter, subAttribute };
}
