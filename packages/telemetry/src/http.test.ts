import { createServer } from "node:http";
import express, { Router } from "express";
import { afterEach, describe, expect, it } from "vitest";
import { healthRouter } from "./health-router.ts";
import { createMetrics, renderSnapshots } from "./metrics.ts";
import { observeHttp } from "./observe-http.ts";
import { assignRequestId, requestId } from "./request-id.ts";

const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

/** Serves a small application on a free port. */
async function serve(ready: () => Promise<boolean>): Promise<string> {
  const metrics = createMetrics();
  const users = Router().get("/Users/:id", (_request, response) => void response.sendStatus(204));
  const app = express()
    .use(observeHttp(metrics, "test"), assignRequestId, healthRouter({ ready, metrics }))
    .use("/scim", users);
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a TCP server has a port");
  return `http://127.0.0.1:${address.port}`;
}

describe("healthRouter", () => {
  it.each([
    [() => Promise.resolve(true), 200, "ready"],
    [() => Promise.resolve(false), 503, "unavailable"],
    [() => Promise.reject(new Error("down")), 503, "unavailable"],
  ])("given %s answers %d %s on /readyz, and always on /livez", async (ready, status, word) => {
    const url = await serve(ready);
    const readyz = await fetch(`${url}/readyz`);
    expect([readyz.status, await readyz.json()]).toEqual([status, { status: word }]);
    expect(readyz.headers.get("cache-control")).toBe("no-store");

    const livez = await fetch(`${url}/livez`);
    expect([livez.status, await livez.json()]).toEqual([200, { status: "alive" }]);
  });

  it("follows a change of readiness", async () => {
    let isReady = false;
    const url = await serve(() => Promise.resolve(isReady));
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    isReady = true;
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });
});

describe("metrics", () => {
  it("count requests by route pattern, never by path", async () => {
    const url = await serve(() => Promise.resolve(true));
    await (await fetch(`${url}/scim/Users/4711`)).text();
    await (await fetch(`${url}/no/such/4712`)).text();

    const response = await fetch(`${url}/metrics`);
    const text = await response.text();
    expect(response.headers.get("content-type")).toContain("text/plain; version=0.0.4");
    expect(text).toContain("process_cpu_user_seconds_total");
    const counts = text.split("\n").filter((line) => line.startsWith("rollcall_http_request_duration_seconds_count"));
    expect(counts).toEqual([
      'rollcall_http_request_duration_seconds_count{service="test",method="GET",route="/scim/Users/:id",status="204"} 1',
      'rollcall_http_request_duration_seconds_count{service="test",method="GET",route="unmatched",status="404"} 1',
    ]);
  });

  it("belong to one instance", async () => {
    const first = createMetrics();
    const second = createMetrics();
    first.httpRequestDuration.observe({ service: "a", method: "GET", route: "/", status: 200 }, 1);
    expect(await first.registry.metrics()).toContain('service="a"');
    expect(await second.registry.metrics()).not.toContain('service="a"');
  });

  it("of several processes stand side by side, each described once", async () => {
    const snapshots = ["scim-1", "scim-2"].map((process, index) => {
      const { registry, httpRequestDuration } = createMetrics({ process });
      const labels = { service: "scim-facade", method: "GET", route: "/", status: 200 };
      for (let count = 0; count <= index; count++) httpRequestDuration.observe(labels, 0.002);
      return registry.getMetricsAsJSON();
    });
    const lines = (await renderSnapshots(await Promise.all(snapshots))).split("\n");
    const ofRequests = lines.filter((line) => line.includes("rollcall_http_request_duration_seconds"));
    expect(ofRequests.filter((line) => line.startsWith("# TYPE"))).toHaveLength(1);
    expect(
      ofRequests
        .filter((line) => line.includes("_count{"))
        .map((line) => /process="(\S+)"} (\d)$/.exec(line)?.slice(1)),
    ).toEqual([
      ["scim-1", "1"],
      ["scim-2", "2"],
    ]);
    expect(ofRequests.filter((line) => line.includes('le="0.0025"'))).toHaveLength(2);
  });
});

describe("requestId", () => {
  it("takes over a sane id and replaces any other", () => {
    const sane = ["a", "5b1f-01", "~!@#", "x".repeat(128)];
    for (const id of sane) expect(requestId(id)).toBe(id);
    const odd = [undefined, "", "x".repeat(129), "a b", "a\nb", "ä", "\u007f"];
    for (const id of odd) expect(requestId(id)).toMatch(/^[0-9a-f-]{36}$/);
    expect(requestId(undefined)).not.toBe(requestId(undefined));
  });

  it("is on every answer", async () => {
    const url = await serve(() => Promise.resolve(true));
    const given = await fetch(`${url}/livez`, { headers: { "X-Request-Id": "req-1" } });
    expect(given.headers.get("x-request-id")).toBe("req-1");
    const made = await fetch(`${url}/nowhere`);
    expect(made.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });
});
