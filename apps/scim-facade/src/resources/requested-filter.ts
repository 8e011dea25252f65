import { type Filter, parseFilter } from "@rollcall/scim";

/** The filter of a query string; some clients send an empty one when they mean none. @throws ScimError 400 invalidFilter. */
export function requestedFilter(query: URLSearchParams): Filter | undefined {
  const text = query.get("filter")?.trim() ?? "";
  return text === "" ? undefined : parseFilter(text);
}
