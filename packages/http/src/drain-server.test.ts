import { once } from "node:events";
import { Agent, request } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createHttpServer } from "./create-http-server.ts";
import { drainServer } from "./drain-server.ts";
import { listen, openSocket } from "./serve.fixture.ts";

const CLIENTS = 8;
const ENOUGH = 200;

describe("drainServer", () => {
  it("fails no request of a client that heeds readiness, under load", async () => {
    const draining = new AbortController();
    const server = createHttpServer({
      draining: draining.signal,
      listener: (_request, response) => void setTimeout(() => response.end("done"), 2),
    });
    const port = await listen(server);
    const agent = new Agent({ keepAlive: true });
    const answered: string[] = [];
    const clients = Array.from({ length: CLIENTS }, async () => {
      // As behind a load balancer: it sees that the process is not ready a little later than it happens.
      for (let left = 3; left > 0; left -= draining.signal.aborted ? 1 : 0) {
        answered.push(await get({ port, agent }));
      }
    });
    while (answered.length < ENOUGH) await sleep(1);
    const drained = drainServer(server, { draining, graceMs: 1_000, timeoutMs: 5_000 });
    await Promise.all(clients);
    await drained;
    expect(answered.length).toBeGreaterThanOrEqual(ENOUGH + 3 * CLIENTS);
    expect(new Set(answered)).toEqual(new Set(["done"]));
    await expect(get({ port, agent })).rejects.toThrow("ECONNREFUSED");
  });

  it("finishes what is in hand and asks to close, without any grace", async () => {
    const draining = new AbortController();
    const begun = Promise.withResolvers<() => void>();
    const server = createHttpServer({
      draining: draining.signal,
      listener: (_request, response) => begun.resolve(() => response.end("done")),
    });
    const socket = await openSocket(await listen(server));
    socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    const finish = await begun.promise;
    const drained = drainServer(server, { draining, graceMs: 0, timeoutMs: 5_000 });
    finish();
    expect(await text(socket)).toMatch(
      /^HTTP\/1\.1 200 OK\r\n(.*\r\n)*Connection: close\r\n(.*\r\n)*\r\n(.*\r\n)*done/,
    );
    await drained;
  });

  it("cuts what takes too long", async () => {
    const draining = new AbortController();
    const server = createHttpServer({ draining: draining.signal, listener: () => undefined });
    const socket = await openSocket(await listen(server));
    socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    await once(server, "request");
    await drainServer(server, { draining, graceMs: 0, timeoutMs: 50 });
    expect(await text(socket)).toBe("");
  });
});

async function get(options: { port: number; agent: Agent }): Promise<string> {
  const sent = request({ host: "127.0.0.1", ...options }).end();
  const [response] = await once(sent, "response");
  return await text(response);
}
