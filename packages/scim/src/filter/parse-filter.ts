import type { Filter } from "./filter.ts";
import { FilterParser } from "./filter-parser.ts";

/**
 * Reads the `filter` of a list or search request (RFC 7644 §3.4.2.2). Operators, names and the
 * literals true, false and null may be in any case. Time is linear in the length.
 *
 * @throws ScimError 400 invalidFilter, naming the character: not in the grammar, or above
 * MAX_FILTER_LENGTH, MAX_FILTER_DEPTH or MAX_FILTER_TERMS.
 */
export function parseFilter(text: string): Filter {
  const parser = new FilterParser(text, "invalidFilter");
  const filter = parser.or();
  parser.expect("end", "The filter should end here, or go on with and / or");
  return filter;
}
