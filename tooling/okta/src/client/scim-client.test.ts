import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Exchange } from "../report/step.ts";
import type { HeaderProfile } from "./headers.ts";
import { createScimClient, type ScimClient } from "./scim-client.ts";
import { openTransport } from "./transport.ts";

describe("createScimClient", () => {
  it("sends Okta's headers, and a Content-Type with bodies only", async () => {
    await using server = await serve((_, response) => response.end("{}"));
    const client = server.client("okta", "%20");
    await client.send({ method: "GET", path: "/Users" }, () => {});
    await client.send({ method: "POST", path: "/Users", body: {} }, () => {});
    const [get, post] = server.requests.map((request) => request.headers);
    const okta = {
      "user-agent": "Okta SCIM Client 1.0.0",
      accept: "application/scim+json",
      "accept-charset": "utf-8",
      "accept-encoding": "gzip,deflate",
      authorization: "Bearer s3cret",
      connection: "keep-alive",
      host: expect.any(String),
    };
    expect(get).toEqual(okta);
    expect(post).toEqual({ ...okta, "content-type": "application/scim+json; charset=utf-8", "content-length": "2" });
  });

  it.each([
    ["%20", "/Users?filter=userName%20eq%20%22a%2Bb%40c%22&startIndex=1"],
    ["+", "/Users?filter=userName+eq+%22a%2Bb%40c%22&startIndex=1"],
  ] as const)("writes spaces in a query as %s", async (space, expected) => {
    await using server = await serve((_, response) => response.end("{}"));
    const query = { filter: 'userName eq "a+b@c"', startIndex: 1 };
    await server.client("okta", space).send({ method: "GET", path: "/Users", query }, () => {});
    expect(server.requests[0]?.url).toBe(expected);
  });

  it("reads compressed answers", async () => {
    await using server = await serve((_, response) => {
      response.setHeader("Content-Encoding", "gzip").end(gzipSync('{"a":"ü"}'));
    });
    const reply = await server.client("okta", "%20").send({ method: "GET", path: "/" }, () => {});
    expect(reply.body).toEqual({ a: "ü" });
  });

  it("waits as an integer Retry-After says, and takes a date as the end", async () => {
    const retryAfter = ["0", "0", "Wed, 21 Oct 2026 07:28:00 GMT"];
    await using server = await serve((_, response) => {
      response.writeHead(429, { "Retry-After": retryAfter.shift() ?? "none left" }).end("{}");
    });
    const exchanges: Exchange[] = [];
    const reply = await server
      .client("okta", "%20")
      .send({ method: "GET", path: "/" }, (exchange) => exchanges.push(exchange));
    expect(reply.status).toBe(429);
    expect(exchanges).toHaveLength(3);
  });

  it("gives up after the tenth 429", async () => {
    await using server = await serve((_, response) => response.writeHead(429, { "Retry-After": "0" }).end("{}"));
    await server.client("okta", "%20").send({ method: "GET", path: "/" }, () => {});
    expect(server.requests).toHaveLength(10);
  });

  it("masks passwords and a token that the server quotes", async () => {
    await using server = await serve((request, response) => {
      response.end(JSON.stringify({ detail: `not ${request.headers.authorization}`, password: "hunter2" }));
    });
    const exchanges: Exchange[] = [];
    const body = {
      Operations: [
        { op: "replace", path: "password", value: "hunter2" },
        { op: "replace", value: { password: "hunter2" } },
      ],
    };
    await server
      .client("okta", "%20")
      .send({ method: "PATCH", path: "/", body }, (exchange) => exchanges.push(exchange));
    const text = JSON.stringify(exchanges);
    expect(text).not.toContain("hunter2");
    expect(text).not.toContain("s3cret");
    expect(text).toContain("not Bearer [token]");
  });

  it("reports a connection cut in the middle as broken", async () => {
    await using server = await serve((_, response) => response.destroy());
    await expect(server.client("okta", "%20").send({ method: "GET", path: "/" }, () => {})).rejects.toMatchObject({
      kind: "broken",
    });
  });
});

interface Server extends AsyncDisposable {
  readonly requests: readonly IncomingMessage[];
  client(profile: HeaderProfile, space: "%20" | "+"): ScimClient;
}

async function serve(handle: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    request.resume().on("end", () => handle(request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const baseUrl = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  const transport = openTransport();
  return {
    requests,
    client: (profile, space) => createScimClient({ transport, baseUrl, token: "s3cret", profile, space }),
    async [Symbol.asyncDispose]() {
      transport.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
