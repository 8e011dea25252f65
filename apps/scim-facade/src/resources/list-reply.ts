import type { ListQuery, Page } from "@rollcall/domain";
import { type JsonObject, listResponseText, type ResourceType } from "@rollcall/scim";
import type { ScimReply, ScimRequest } from "../http/scim-request.ts";
import { encodeCursor } from "./cursor.ts";
import { listQuery } from "./list-query.ts";

interface Listing<TResource, TItem> {
  readonly type: ResourceType<TResource>;
  readonly list: (query: ListQuery) => Promise<Page<TItem>>;
  /** As resources, or as their JSON text. */
  readonly describe: (items: readonly TItem[]) => Promise<JsonObject[]> | JsonObject[] | string[];
}

/** Answers a list of one resource type (RFC 7644 §3.4.2, RFC 9865 §2). */
export async function listReply<TResource, TItem>(
  { identity, query, baseUrl }: ScimRequest,
  { type, list, describe }: Listing<TResource, TItem>,
): Promise<ScimReply> {
  const words = ["filter", "sortBy", "sortOrder"].map((name) => query.get(name));
  const scope = JSON.stringify([identity.tenantId, type.definition.name, ...words]);
  const wanted = listQuery(query, type, { scope, baseUrl });
  const { items, total = 0, next } = await list(wanted);
  const { startIndex } = wanted;
  const resources = (await describe(items)).map((each) => (typeof each === "string" ? each : JSON.stringify(each)));
  const page = { resources, totalResults: total, itemsPerPage: items.length };
  if (startIndex !== undefined) return { status: 200, json: listResponseText({ ...page, startIndex }) };
  return { status: 200, json: listResponseText({ ...page, nextCursor: next && encodeCursor(next, scope) }) };
}
