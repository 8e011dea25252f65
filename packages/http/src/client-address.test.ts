import express from "express";
import { describe, expect, it } from "vitest";
import { clientAddress } from "./client-address.ts";
import { createHttpServer } from "./create-http-server.ts";
import { secureHeaders } from "./secure-headers.ts";
import { listen } from "./serve.fixture.ts";

/** What an application makes of a request that was forwarded so. */
async function seen(trusted: readonly string[], headers: Record<string, string>) {
  const app = express().set("trust proxy", [...trusted]);
  app.use(secureHeaders(), (request, response) => void response.send(clientAddress(request)));
  const port = await listen(createHttpServer({ listener: app }));
  const response = await fetch(`http://127.0.0.1:${port}/`, { headers });
  return { address: await response.text(), hsts: response.headers.get("strict-transport-security") };
}

const forwarded = { "X-Forwarded-For": "203.0.113.7", "X-Forwarded-Proto": "https" };

describe("clientAddress", () => {
  it("is the connection's, whatever the request says, when no proxy is trusted", async () => {
    expect(await seen([], forwarded)).toEqual({ address: "127.0.0.1", hsts: null });
  });

  it("is what a trusted proxy says, and so is the protocol", async () => {
    const { address, hsts } = await seen(["127.0.0.0/8"], forwarded);
    expect(address).toBe("203.0.113.7");
    expect(hsts).toMatch(/^max-age=31536000/);
  });

  it("is that of the first hop that is not trusted: what it says further is its own claim", async () => {
    const headers = { "X-Forwarded-For": "198.51.100.1, 203.0.113.7, 10.1.2.3" };
    expect((await seen(["127.0.0.1", "10.0.0.0/8"], headers)).address).toBe("203.0.113.7");
  });

  it("is never text that is no address", async () => {
    expect((await seen(["127.0.0.1"], { "X-Forwarded-For": "<script>" })).address).toBe("127.0.0.1");
  });

  it("shows IPv4 as such, also on an IPv6 socket", async () => {
    const headers = { "X-Forwarded-For": "::ffff:203.0.113.7" };
    expect((await seen(["127.0.0.1"], headers)).address).toBe("203.0.113.7");
  });
});

describe("secureHeaders", () => {
  it("allow a page nothing, a cache nothing and a frame nothing", async () => {
    const app = express().use(secureHeaders(), (_request, response) => void response.send("x"));
    const { headers } = await fetch(`http://127.0.0.1:${await listen(createHttpServer({ listener: app }))}/`);
    expect(Object.fromEntries(headers)).toMatchObject({
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
    });
  });

  it("allow what an application asks for", async () => {
    const headers = secureHeaders({ contentSecurityPolicy: { styleSrc: ["'self'"] } });
    const app = express().use(headers, (_request, response) => void response.send("x"));
    const answer = await fetch(`http://127.0.0.1:${await listen(createHttpServer({ listener: app }))}/`);
    expect(answer.headers.get("content-security-policy")).toMatch(/^default-src 'none';.*;style-src 'self'$/);
  });
});
