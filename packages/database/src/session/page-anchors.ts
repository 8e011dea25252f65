import type { PagePosition } from "@rollcall/domain";
import { LRUCache } from "lru-cache";

/**
 * Where pages of lists began: list and startIndex → the place of the item before. A client that reads a list
 * page by page is served from there by key, so page 10,000 costs what page 1 costs, and what is deleted meanwhile
 * shifts nothing. Only a saving: whoever asks elsewhere, or another process, counts from the start.
 */
export interface PageAnchors {
  find(tenantId: string, list: string, startIndex: number): PagePosition | undefined;
  remember(tenantId: string, anchor: { list: string; startIndex: number; after: PagePosition }): void;
}

const MAX_ANCHORS = 50_000;
/** Longer than an import pauses between two pages, short enough that an old place is not mistaken for a new one. */
const ANCHOR_TTL_MS = 5 * 60_000;

export function createPageAnchors(): PageAnchors {
  const anchors = new LRUCache<string, PagePosition>({ max: MAX_ANCHORS, ttl: ANCHOR_TTL_MS });
  const keyOf = (tenantId: string, list: string, startIndex: number) => `${tenantId}/${startIndex}/${list}`;
  return {
    find: (tenantId, list, startIndex) => anchors.get(keyOf(tenantId, list, startIndex)),
    remember: (tenantId, { list, startIndex, after }) => void anchors.set(keyOf(tenantId, list, startIndex), after),
  };
}
