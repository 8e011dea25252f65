import type { JsonObject } from "../json/json-value.ts";
import { MESSAGE_LIST_RESPONSE } from "../urns.ts";

export interface ListPage {
  readonly resources: readonly JsonObject[];
  /** How many match in all, not only on this page. */
  readonly totalResults: number;
  /** From 1; left out when paging by cursor. */
  readonly startIndex?: number | undefined;
  /** How many are on this page, which may be fewer than were asked for. */
  readonly itemsPerPage: number;
  /** RFC 9865: the cursor of the next page; left out on the last. */
  readonly nextCursor?: string | undefined;
  readonly previousCursor?: string | undefined;
}

export interface ListTextPage extends Omit<ListPage, "resources"> {
  readonly resources: readonly string[];
}

/** The answer to a list or search request (RFC 7644 §3.4.2, cursors of RFC 9865 §2). */
export function listResponse(page: ListPage): JsonObject {
  const { resources, totalResults, startIndex, itemsPerPage, nextCursor, previousCursor } = page;
  return {
    schemas: [MESSAGE_LIST_RESPONSE],
    totalResults,
    ...(startIndex === undefined ? {} : { startIndex }),
    itemsPerPage,
    ...(nextCursor === undefined ? {} : { nextCursor }),
    ...(previousCursor === undefined ? {} : { previousCursor }),
    Resources: [...resources],
  };
}

/** The same as JSON text, of resources that are JSON text already. */
export function listResponseText({ resources, ...page }: ListTextPage): string {
  const empty = JSON.stringify(listResponse({ ...page, resources: [] }));
  // Resources come last: before the brackets that end both.
  return `${empty.slice(0, -"]}".length)}${resources.join(",")}]}`;
}
