import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { latencyClassesMs } from "./window.ts";
import { runWindow } from "./run-window.ts";

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  cleanups.push(() => server.close().closeAllConnections());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a TCP server has a port");
  return `http://127.0.0.1:${address.port}/scim`;
}

const users = [
  { id: "1", userName: "ada@example.com" },
  { id: "2", userName: "ben@example.com" },
];
const directories = [
  { token: "first", size: 2, users, groups: [] },
  { token: "second", size: 2, users, groups: [] },
];

describe("a window", () => {
  it("asks each directory by turns, with its token, and counts every answer", async () => {
    const asked = new Map<string, number>();
    const scimUrl = await serve(({ url, headers }, response) => {
      const request = `${headers.authorization} ${url}`;
      asked.set(request, (asked.get(request) ?? 0) + 1);
      response.end("{}");
    });
    const result = await runWindow({ scenario: "get", scimUrl, directories, durationMs: 5_000, maxSteps: 40 });
    expect(Object.fromEntries(asked)).toEqual({
      "Bearer first /scim/Users/1": 10,
      "Bearer first /scim/Users/2": 10,
      "Bearer second /scim/Users/1": 10,
      "Bearer second /scim/Users/2": 10,
    });
    expect(result).toMatchObject({ requests: 40, steps: 40 });
    expect(result.p99Ms).toBeGreaterThanOrEqual(result.p50Ms);
    expect(result.latencyCounts).toHaveLength(latencyClassesMs.length + 1);
    expect(result.latencyCounts.reduce((sum, count) => sum + count, 0)).toBe(40);
  });

  it("keeps its connections", async () => {
    const ports = new Set<number | undefined>();
    const scimUrl = await serve(({ socket }, response) => {
      ports.add(socket.remotePort);
      response.end("{}");
    });
    await runWindow({ scenario: "get", scimUrl, directories, durationMs: 5_000, maxSteps: 200 });
    expect(ports.size).toBeLessThanOrEqual(16);
  });

  it("fails when any request does", async () => {
    let count = 0;
    const scimUrl = await serve((_request, response) => {
      count += 1;
      response.writeHead(count === 20 ? 503 : 200).end('{"detail":"busy"}');
    });
    const window = { scenario: "get", scimUrl, directories, durationMs: 5_000 } as const;
    await expect(runWindow(window)).rejects.toThrow(/GET \/Users\/\d was answered 503: .*busy/);
  });

  it("takes longer when a busy server has not answered enough, but not for ever", async () => {
    const scimUrl = await serve((_request, response) => void setTimeout(() => response.end("{}"), 40));
    const { steps, durationMs } = await runWindow({ scenario: "get", scimUrl, directories, durationMs: 100 });
    expect(steps).toBeLessThan(250);
    expect(durationMs).toBeGreaterThanOrEqual(300);
  });
});

describe("an import", () => {
  const page = (ids: readonly number[], nextCursor?: string) =>
    JSON.stringify({ Resources: ids.map((id) => ({ id })), nextCursor });

  it("reads page after page by the server's cursors", async () => {
    const asked: (string | undefined)[] = [];
    const scimUrl = await serve(({ url }, response) => {
      asked.push(url);
      response.end(url?.includes("cursor=&") ? page([1], "a b") : page([2]));
    });
    await runWindow({ scenario: "importByCursor", scimUrl, directories, durationMs: 5_000, maxSteps: 1 });
    expect(asked).toEqual(["/scim/Users?cursor=&count=100", "/scim/Users?cursor=a%20b&count=100"]);
  });

  it("fails when users are missing", async () => {
    const scimUrl = await serve((_request, response) => void response.end(page([1])));
    const window = { scenario: "importByIndex", scimUrl, directories, durationMs: 5_000, maxSteps: 1 } as const;
    await expect(runWindow(window)).rejects.toThrow("found 1 of 2 users");
  });
});
