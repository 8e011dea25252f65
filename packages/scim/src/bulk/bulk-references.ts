import { isJsonObject, type JsonValue } from "../json/json-value.ts";
import type { BulkOperation } from "./bulk-request.ts";

const PREFIX = "bulkId:";

/**
 * The id behind a bulkId, or undefined if what holds the reference is to be left out for now.
 *
 * @throws ScimError if there is and will be no such id.
 */
export type IdOf = (bulkId: string) => string | undefined;

/** The bulkIds an operation refers to, in its path or anywhere in its data (RFC 7644 §3.7.2). */
export function bulkIdsIn({ path, data }: Pick<BulkOperation, "path" | "data">): Set<string> {
  const bulkIds = new Set<string>();
  const note = (bulkId: string) => {
    bulkIds.add(bulkId);
    return bulkId;
  };
  resolvePathReferences(path, note);
  resolveReferences(data, note);
  return bulkIds;
}

/** A path such as `/Groups/bulkId:g1` with ids in place of bulkIds. */
export function resolvePathReferences(path: string, idOf: IdOf): string {
  return path
    .split("/")
    .map((segment) => resolveText(segment, idOf) ?? segment)
    .join("/");
}

/**
 * Data with ids in place of bulkIds. A reference that is left out takes with it all that holds it, up to the list or
 * the resource it is in: half a member is no member.
 */
export function resolveReferences(data: JsonValue, idOf: IdOf): JsonValue {
  if (!isJsonObject(data)) return resolveValue(data, idOf) ?? null;
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, entry]): [string, JsonValue][] => {
      const value = resolveValue(entry, idOf);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

function resolveValue(value: JsonValue, idOf: IdOf): JsonValue | undefined {
  if (typeof value === "string") return resolveText(value, idOf);
  if (Array.isArray(value)) return value.flatMap((element) => resolveValue(element, idOf) ?? []);
  if (!isJsonObject(value)) return value;
  const entries: [string, JsonValue][] = [];
  for (const [key, entry] of Object.entries(value)) {
    const resolved = resolveValue(entry, idOf);
    if (resolved === undefined) return undefined;
    entries.push([key, resolved]);
  }
  return Object.fromEntries(entries);
}

function resolveText(text: string, idOf: IdOf): string | undefined {
  return text.startsWith(PREFIX) ? idOf(text.slice(PREFIX.length)) : text;
}
