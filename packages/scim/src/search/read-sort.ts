import { quote } from "../errors/quote.ts";
import { ScimError } from "../errors/scim-error.ts";
import type { FilterAttribute } from "../filter/resolved-filter.ts";
import { parseAttributePath } from "../path/attribute-path.ts";
import { type AttributeChain, resolveAttribute } from "../path/resolve-attribute.ts";
import { findAttribute } from "../schema/attribute.ts";
import type { ResourceType } from "../schema/resource-type.ts";

export interface SortParameters {
  readonly sortBy?: string | undefined;
  readonly sortOrder?: string | undefined;
}

/** What a list is sorted by; `path` is canonical, as in resolved filters. */
export interface Sort {
  readonly path: string;
  readonly attribute: FilterAttribute;
  readonly descending: boolean;
}

/**
 * Reads `sortBy` and `sortOrder` (RFC 7644 §3.4.2.3); undefined if the list need not be sorted. A complex attribute
 * stands for its `value`: `emails` is `emails.value`.
 *
 * @throws ScimError 400 invalidValue for an attribute that does not exist or cannot be sorted by, or another order.
 */
export function readSort<TResource>(type: ResourceType<TResource>, parameters: SortParameters): Sort | undefined {
  const { sortBy = "", sortOrder = "" } = parameters;
  const descending = readOrder(sortOrder);
  if (sortBy.trim() === "") return undefined;
  const path = parseAttributePath(sortBy.trim());
  const chain = path === undefined ? undefined : resolveAttribute(type, path);
  const whole = chain === undefined || isHidden(chain) ? undefined : sortable(chain);
  if (whole === undefined) {
    throw new ScimError("invalidValue", `There is no attribute ${quote(sortBy)} to sort by.`);
  }
  const last = whole.at(-1) ?? whole[0];
  return {
    path: last.path,
    attribute: {
      type: last.type,
      caseExact: last.caseExact,
      multiValued: whole.some(({ multiValued }) => multiValued),
      keys: whole.map(({ name }) => name),
    },
    descending,
  };
}

function readOrder(sortOrder: string): boolean {
  const order = sortOrder.trim().toLowerCase();
  if (order === "" || order === "ascending") return false;
  if (order === "descending") return true;
  throw new ScimError("invalidValue", "sortOrder is ascending or descending.");
}

function isHidden(chain: AttributeChain): boolean {
  return chain.some(({ returned }) => returned === "never");
}

function sortable(chain: AttributeChain): AttributeChain | undefined {
  const last = chain.at(-1) ?? chain[0];
  if (last.type !== "complex") return chain;
  const value = findAttribute(last.attributes, "value");
  return value === undefined || value.type === "complex" ? undefined : [...chain, value];
}
