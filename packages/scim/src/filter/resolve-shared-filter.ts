import { quote } from "../errors/quote.ts";
import { ScimError } from "../errors/scim-error.ts";
import { type AttributePath, formatAttributePath } from "../path/attribute-path.ts";
import { resolveAttribute } from "../path/resolve-attribute.ts";
import type { ResourceType } from "../schema/resource-type.ts";
import type { Filter } from "./filter.ts";
import { resolveFilter } from "./resolve-filter.ts";
import type { ResolvedFilter } from "./resolved-filter.ts";

type Knows = (path: AttributePath) => boolean;

/**
 * Resolves a filter for a search over several types (RFC 7644 §3.4.2.1), once for each: an attribute that a type does
 * not have has no value there.
 *
 * @throws ScimError 400 invalidFilter for an attribute that none of them has, and as resolveFilter does.
 */
export function resolveSharedFilter(types: readonly ResourceType<unknown>[], filter: Filter): ResolvedFilter[] {
  const knowsEach = types.map(
    (type): Knows =>
      (path) =>
        resolveAttribute(type, path) !== undefined,
  );
  const unknown = namedPaths(filter).find((path) => !knowsEach.some((knows) => knows(path)));
  if (unknown !== undefined) {
    const name = quote(formatAttributePath(unknown));
    throw new ScimError("invalidFilter", `There is no attribute ${name} to filter by.`);
  }
  return types.map((type, index) => resolveFilter(type, assumeAbsent(filter, knowsEach[index] ?? (() => false))));
}

function namedPaths(filter: Filter): AttributePath[] {
  switch (filter.kind) {
    case "and":
    case "or":
      return filter.filters.flatMap(namedPaths);
    case "not":
      return namedPaths(filter.filter);
    case "present":
    case "comparison":
    case "valuePath":
      return [filter.path];
  }
}

/** Puts what a comparison with nothing comes to in the place of every unknown attribute. */
function assumeAbsent(filter: Filter, knows: Knows): Filter {
  switch (filter.kind) {
    case "and":
    case "or":
      return { kind: filter.kind, filters: filter.filters.map((part) => assumeAbsent(part, knows)) };
    case "not":
      return { kind: "not", filter: assumeAbsent(filter.filter, knows) };
    case "present":
    case "valuePath":
      return knows(filter.path) ? filter : always(false);
    case "comparison":
      if (knows(filter.path)) return filter;
      return always(filter.value === null ? filter.operator === "eq" : filter.operator === "ne");
  }
}

/** All of nothing holds; any of nothing does not. */
function always(holds: boolean): Filter {
  return { kind: holds ? "and" : "or", filters: [] };
}
