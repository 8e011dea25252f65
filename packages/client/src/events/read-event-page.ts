import type { RollcallClient, RollcallInputs, RollcallOutputs } from "../create-rollcall-client.ts";
import type { RollcallRestClient } from "../rest/create-rollcall-rest-client.ts";
import { unwrap } from "../rest/unwrap.ts";

/** Either client; both read the same feed. */
export type EventSource = RollcallClient | RollcallRestClient;
export type EventQuery = RollcallInputs["events"]["list"];
export type EventPage = RollcallOutputs["events"]["list"];

/** One page of a tenant's feed. */
export async function readEventPage(
  client: EventSource,
  { tenantId, ...query }: EventQuery,
  signal?: AbortSignal,
): Promise<EventPage> {
  if (!("GET" in client)) return await client.events.list.query({ tenantId, ...query }, signal && { signal });
  const params = { path: { tenantId }, query };
  return await unwrap(client.GET("/tenants/{tenantId}/events", { params, signal: signal ?? null }));
}
