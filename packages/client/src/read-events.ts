import type { AppRouter } from "@rollcall/rpc";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { RollcallClient } from "./create-rollcall-client.ts";

export type RollcallEvent = inferRouterOutputs<AppRouter>["events"]["list"]["items"][number];

/**
 * The events of a tenant after a sequence, in order, up to the present end of the feed. Keep the `sequence` of the
 * last event that was dealt with, and go on after it later: nothing is missed and nothing comes twice.
 */
export async function* readEvents(
  client: RollcallClient,
  { after = 0, ...query }: inferRouterInputs<AppRouter>["events"]["list"],
): AsyncGenerator<RollcallEvent, void> {
  let cursor = after;
  for (;;) {
    const { items, nextCursor } = await client.events.list.query({ ...query, after: cursor });
    if (items.length === 0) return;
    yield* items;
    cursor = nextCursor;
  }
}
