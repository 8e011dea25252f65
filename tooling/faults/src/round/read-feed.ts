import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { type FeedEvent, parseFeedEvent } from "../checker/feed-event.ts";
import { send } from "../http/send.ts";
import type { Reader } from "./read-directory.ts";

const PAGE_SIZE = 1_000;
const POLL_INTERVAL_MS = 20;
/** A worker that met an outage looks again after two seconds at the latest. */
const FEED_TIMEOUT_MS = 15_000;

/**
 * Reads a tenant's feed from its beginning through the internal API.
 * @param isLast tells the event to wait for: all that were written before it have a lower number
 * @throws Error when that does not come within FEED_TIMEOUT_MS
 */
export async function readFeed(reader: Reader, isLast: (event: FeedEvent) => boolean): Promise<FeedEvent[]> {
  const deadline = performance.now() + FEED_TIMEOUT_MS;
  const feed: FeedEvent[] = [];
  while (!feed.some(isLast)) {
    if (performance.now() > deadline) {
      throw new Error(`the feed has ${feed.length} events and not the last one, ${FEED_TIMEOUT_MS} ms after it`);
    }
    const items = await readPage(reader, feed.at(-1)?.sequence ?? 0);
    feed.push(...items);
    if (items.length === 0) await sleep(POLL_INTERVAL_MS);
  }
  return feed;
}

const page = z.object({ items: z.array(z.unknown()) });

async function readPage({ replica, tenant, agent }: Reader, after: number): Promise<FeedEvent[]> {
  const { apiUrl, adminKey } = replica.address;
  const url = `${apiUrl}/api/v1/tenants/${tenant.id}/events?after=${after}&limit=${PAGE_SIZE}`;
  const reply = await send({ method: "GET", url, token: adminKey, agent });
  if (reply.kind !== "answered" || reply.status !== 200) {
    throw new Error(`the feed of a cluster that is well cannot be read: ${JSON.stringify(reply)}`);
  }
  return page.parse(reply.body).items.map(parseFeedEvent);
}
