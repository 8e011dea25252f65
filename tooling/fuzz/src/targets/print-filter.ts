import type { AttributePath, Filter } from "@rollcall/scim";

/** A filter as text that reads as the same filter. */
export function printFilter(filter: Filter): string {
  switch (filter.kind) {
    case "and":
    case "or":
      return filter.filters.map((part) => printOperand(filter.kind, part)).join(` ${filter.kind} `);
    case "not":
      return `not (${printFilter(filter.filter)})`;
    case "present":
      return `${printPath(filter.path)} pr`;
    case "comparison":
      return `${printPath(filter.path)} ${filter.operator} ${JSON.stringify(filter.value)}`;
    case "valuePath":
      return `${printPath(filter.path)}[${printFilter(filter.filter)}]`;
  }
}

/** `or` binds less than `and`; a list within a list of its own kind was in parentheses as well. */
function printOperand(around: "and" | "or", part: Filter): string {
  const isLoose = part.kind === "or" || (part.kind === "and" && around === "and");
  return isLoose ? `(${printFilter(part)})` : printFilter(part);
}

export function printPath({ urn, name, subAttribute }: AttributePath): string {
  return `${urn === undefined ? "" : `${urn}:`}${name}${subAttribute === undefined ? "" : `.${subAttribute}`}`;
}
