import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "node:tls";
import { afterAll, describe, expect, it } from "vitest";
import { certificates } from "./certificates.fixture.ts";
import { createClientReader } from "./client-reader.ts";
import { createHttpServer } from "./create-http-server.ts";
import { listen } from "./serve.fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "rollcall-client-"));
afterAll(() => rmSync(folder, { recursive: true }));

function serve(trusted: readonly string[], tls?: { certFile: string; keyFile: string }): Promise<number> {
  const clients = createClientReader(trusted);
  const server = createHttpServer({
    tls,
    listener: (request, response) =>
      response.end(JSON.stringify([clients.address(request), clients.isSecure(request)])),
  });
  return listen(server);
}

async function seen(trusted: readonly string[], headers: Record<string, string>): Promise<unknown> {
  return await (await fetch(`http://127.0.0.1:${await serve(trusted)}/`, { headers })).json();
}

const forwarded = { "X-Forwarded-For": "203.0.113.7", "X-Forwarded-Proto": "https" };
const hops = { "X-Forwarded-For": "198.51.100.1, 203.0.113.7, 10.1.2.3", "X-Forwarded-Proto": "https, http" };

describe("createClientReader", () => {
  it.each([
    ["the connection, whatever the request says, when no proxy is trusted", [], forwarded, ["127.0.0.1", false]],
    ["what a trusted proxy says", ["127.0.0.0/8"], forwarded, ["203.0.113.7", true]],
    ["nothing of what a proxy says that is not trusted", ["10.0.0.0/8"], forwarded, ["127.0.0.1", false]],
    [
      "the first hop that is not trusted: what it says further is its own claim",
      ["127.0.0.1", "10.0.0.0/8"],
      hops,
      ["203.0.113.7", true],
    ],
    ["never text that is no address", ["127.0.0.1"], { "X-Forwarded-For": "<script>" }, ["127.0.0.1", false]],
    ["IPv4 as such", ["127.0.0.1"], { "X-Forwarded-For": "::ffff:203.0.113.7" }, ["203.0.113.7", false]],
    ["a client that spoke no TLS", ["127.0.0.1"], { "X-Forwarded-Proto": "http" }, ["127.0.0.1", false]],
  ])("reads %s", async (...[, trusted, headers, expected]) => {
    expect(await seen(trusted, headers)).toEqual(expected);
  });

  it("knows our own TLS", async () => {
    const files = { certFile: join(folder, "tls.crt"), keyFile: join(folder, "tls.key") };
    writeFileSync(files.certFile, certificates.first.cert);
    writeFileSync(files.keyFile, certificates.first.key);
    const socket = connect({ port: await serve([], files), host: "127.0.0.1", rejectUnauthorized: false });
    socket.write("GET / HTTP/1.1\r\nHost: x\r\nX-Forwarded-Proto: http\r\n\r\n");
    const [answer] = await once(socket, "data");
    expect(String(answer)).toContain('["127.0.0.1",true]');
    socket.destroy();
  });
});
