import { once } from "node:events";
import type { RequestListener } from "node:http";
import type { Socket } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { createHttpServer } from "./create-http-server.ts";
import { listen, openSocket } from "./serve.fixture.ts";

const timeouts = { headersMs: 100, requestMs: 200, answerMs: 100, checkIntervalMs: 20 };
/** More than the buffers of a connection take. */
const LONG_ANSWER = Buffer.alloc(32 * 1024 * 1024);

const answerAfterBody: RequestListener = (request, response) => {
  request.resume().on("end", () => response.end("done"));
};

describe("createHttpServer", () => {
  it.each([
    ["says nothing", ""],
    ["stops in its headers", "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "],
    ["stops in its body", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf"],
  ])("cuts a client that %s", async (_, beginning) => {
    const socket = await openSocket(await listen(createHttpServer({ listener: answerAfterBody, timeouts })));
    socket.write(beginning);
    expect(await untilCut(socket)).toMatch(/^(HTTP\/1\.1 408 |$)/);
  });

  it("cuts a client that keeps its request alive byte by byte", async () => {
    const socket = await openSocket(await listen(createHttpServer({ listener: answerAfterBody, timeouts })));
    socket.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n");
    const drip = setInterval(() => socket.write("x"), 10);
    const answer = await untilCut(socket);
    clearInterval(drip);
    expect(answer).toMatch(/^(HTTP\/1\.1 408 |$)/);
  });

  it("cuts a client that does not take in its answer, and none that is quick", async () => {
    const closed = Promise.withResolvers<boolean>();
    const server = createHttpServer({
      listener: ({ url }, response) => {
        if (url === "/long") response.once("close", () => closed.resolve(response.writableFinished));
        response.end(url === "/long" ? LONG_ANSWER : "short");
      },
      timeouts,
    });
    const port = await listen(server);
    const slow = await openSocket(port);
    slow.pause();
    slow.write("GET /long HTTP/1.1\r\nHost: x\r\n\r\n");
    expect(await closed.promise).toBe(false);
    const quick = await fetch(`http://127.0.0.1:${port}/`);
    expect(await quick.text()).toBe("short");
  });

  it("lets an answer take its time that is not complete yet", async () => {
    const server = createHttpServer({
      listener: (_request, response) => {
        response.write("first ");
        setTimeout(() => response.end("last"), 2 * timeouts.answerMs);
      },
      timeouts,
    });
    const response = await fetch(`http://127.0.0.1:${await listen(server)}/`);
    expect(await response.text()).toBe("first last");
  });

  it("answers others while a crowd is slow", async () => {
    const server = createHttpServer({ listener: answerAfterBody, timeouts: { headersMs: 20_000 } });
    const port = await listen(server);
    const crowd = await Promise.all(Array.from({ length: 300 }, () => openSocket(port)));
    for (const socket of crowd) socket.write("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ");
    const response = await fetch(`http://127.0.0.1:${port}/`);
    expect(await response.text()).toBe("done");
    expect(crowd.every((socket) => socket.readyState === "open")).toBe(true);
  });

  it("limits headers", async () => {
    const server = createHttpServer({ listener: answerAfterBody, maxHeaderBytes: 1_024 });
    const socket = await openSocket(await listen(server));
    socket.write(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${"x".repeat(2_000)}\r\n\r\n`);
    const [answer] = await once(socket, "data");
    expect(String(answer)).toMatch(/^HTTP\/1\.1 431 /);
  });
});

/** What a client was told before its connection ended; nothing when it was reset while it still sent. */
async function untilCut(socket: Socket): Promise<string> {
  return await text(socket).catch(() => "");
}
