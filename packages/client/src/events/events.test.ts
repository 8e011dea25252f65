import { describe, expect, it } from "vitest";
import { createRollcallClient } from "../create-rollcall-client.ts";
import { createRollcallRestClient } from "../rest/create-rollcall-rest-client.ts";
import { collect, createServer, unknownId } from "../server.fixture.ts";
import { followEvents, type FollowEventsOptions } from "./follow-events.ts";
import { readEvents } from "./read-events.ts";

const createClient = { tRPC: createRollcallClient, REST: createRollcallRestClient };
const intervalMs = 1;

describe.each(["tRPC", "REST"] as const)("over %s", (kind) => {
  async function connect() {
    const server = createServer();
    const { id: tenantId } = await server.createTenant();
    const provider = server.identityProvider(tenantId);
    for (const name of ["ada", "grace", "joan"]) await provider.provisionUser({ userName: `${name}@example.com` });
    const { url, apiKey, fetch } = server;
    return { ...server, tenantId, provider, client: createClient[kind]({ url, credential: apiKey, fetch }) };
  }

  describe("readEvents", () => {
    it("reads the feed in order from the given place to its end", async () => {
      const { client, tenantId } = await connect();
      const all = await collect(readEvents(client, { tenantId, limit: 2 }));
      expect(all.map(({ sequence }) => sequence)).toEqual(all.map((_, index) => index + 1));
      const rest = await collect(readEvents(client, { tenantId, after: 3 }));
      expect(rest).toEqual(all.slice(3));
      expect(await collect(readEvents(client, { tenantId, after: all.length }))).toEqual([]);
    });

    it("gives only the types that are asked for", async () => {
      const { client, tenantId } = await connect();
      for (const types of [["user.created"], ["user.created", "tenant.created"]] as const) {
        const events = await collect(readEvents(client, { tenantId, types: [...types] }));
        expect(new Set(events.map(({ type }) => type))).toEqual(new Set(types));
      }
    });
  });

  describe("followEvents", () => {
    /** Follows until `count` events came, and tells their sequences and what was tried again. */
    async function follow(
      { client, tenantId }: Awaited<ReturnType<typeof connect>>,
      { count, ...options }: Partial<FollowEventsOptions> & { readonly count: number },
    ) {
      const sequences: number[] = [];
      for await (const { sequence } of followEvents(client, { tenantId, intervalMs, ...options })) {
        if (sequences.push(sequence) === count) break;
      }
      return sequences;
    }

    it("goes on at the end of the feed as soon as there is more", async () => {
      const server = await connect();
      const present = (await collect(readEvents(server.client, { tenantId: server.tenantId }))).length;
      const following = follow(server, { after: present - 1, count: 3 });
      await server.provider.provisionUser({ userName: "mary@example.com" });
      await server.provider.provisionUser({ userName: "hedy@example.com" });
      expect(await following).toEqual([present, present + 1, present + 2]);
    });

    it.each(["network", "unavailable", "rate_limited", "internal"] as const)("waits out %s", async (failure) => {
      const server = await connect();
      const retried: unknown[] = [];
      server.failNext(failure);
      server.failNext(failure);
      expect(await follow(server, { count: 2, onRetry: (error) => retried.push(error) })).toEqual([1, 2]);
      expect(retried).toHaveLength(2);
    });

    it("throws what no repetition mends", async () => {
      const server = await connect();
      const events = followEvents(server.client, { tenantId: unknownId, intervalMs });
      await expect(events.next()).rejects.toMatchObject({ message: expect.stringContaining(unknownId) });
    });

    it("ends with the signal: before it begins, between events, and while it waits", async () => {
      const { client, tenantId, requests } = await connect();
      expect(await collect(followEvents(client, { tenantId, signal: AbortSignal.abort() }))).toEqual([]);
      expect(requests).toEqual([]);

      const between = new AbortController();
      const seen: number[] = [];
      for await (const { sequence } of followEvents(client, { tenantId, signal: between.signal })) {
        seen.push(sequence);
        between.abort();
      }
      expect(seen).toEqual([1]);

      const waiting = new AbortController();
      const hour = 3_600_000;
      const rest = collect(followEvents(client, { tenantId, signal: waiting.signal, intervalMs: hour, after: 1 }));
      setTimeout(() => waiting.abort(), 50);
      expect((await rest).length).toBeGreaterThan(0);
    });
  });
});

it.each(["tRPC", "REST"] as const)(
  "waits for a proxy that is busy, but not for a wrong address, over %s",
  async (kind) => {
    const statuses = [503, 404];
    const fetch = () => Promise.resolve(new Response("<h1>A proxy</h1>", { status: statuses.shift() ?? 200 }));
    const client = createClient[kind]({ url: "https://api.example.com", credential: "rlk_key", fetch });
    const first = followEvents(client, { tenantId: unknownId, intervalMs }).next();
    await expect(first).rejects.toThrow("status 404");
    expect(statuses).toEqual([]);
  },
);
