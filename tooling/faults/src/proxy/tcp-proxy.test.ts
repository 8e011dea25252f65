import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { openTcpProxy, type TcpProxy } from "./tcp-proxy.ts";

let opened = new AsyncDisposableStack();
afterEach(async () => {
  await opened.disposeAsync();
  opened = new AsyncDisposableStack();
});

describe("openTcpProxy", () => {
  it("hands on both ways, and the end of a connection too", async () => {
    const { proxy } = await start();
    const client = open(proxy);
    client.end("there and back");
    expect(await readAll(client)).toEqual({ text: "there and back", error: undefined });
  });

  it("takes new connections to where the target is by then", async () => {
    const { proxy, moveTo } = await start();
    moveTo(await listen((socket) => void socket.end("moved")));
    expect(await readAll(open(proxy))).toEqual({ text: "moved", error: undefined });
  });

  it("resets every connection, and takes new ones", async () => {
    const { proxy } = await start();
    const clients = [open(proxy), open(proxy)];
    await Promise.all(clients.map(echoed));
    const read = clients.map(readAll);
    expect(proxy.cut()).toBe(2);
    for (const { error } of await Promise.all(read)) expect(error).toBe("ECONNRESET");
    await echoed(open(proxy));
  });

  it("cuts an answer in its middle", async () => {
    const { proxy } = await start();
    proxy.cutAnswers((piece) => (piece.includes("COMMIT") ? piece.indexOf("COMMIT") : undefined));
    const client = open(proxy);
    const read = readAll(client);
    client.write("begin COMMIT");
    const { text, error } = await read;
    expect("begin ".startsWith(text)).toBe(true);
    expect(error).toBe("ECONNRESET");
  });

  it("resets whoever comes while it refuses, and nobody else", async () => {
    const { proxy } = await start();
    const before = open(proxy);
    await echoed(before);
    proxy.refuse();
    expect((await readAll(open(proxy))).error).toBe("ECONNRESET");
    await echoed(before);
    proxy.heal();
    await echoed(open(proxy));
  });

  it("delays answers and keeps their order", async () => {
    const { proxy } = await start();
    const client = open(proxy);
    await echoed(client);
    proxy.delay(100);
    const startedAt = performance.now();
    client.write("first ");
    await once(client, "data");
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(99);
    client.write("second ");
    proxy.heal();
    client.end("third");
    expect((await readAll(client)).text).toBe("second third");
  });

  it("ends a connection when nobody listens behind it", async () => {
    const { proxy, moveTo } = await start();
    moveTo(1);
    expect((await readAll(open(proxy))).text).toBe("");
  });
});

/** A proxy in front of a server that sends back what it gets. */
async function start(): Promise<{ proxy: TcpProxy; moveTo: (port: number) => void }> {
  let target = await listen((socket) => void socket.pipe(socket));
  const proxy = opened.use(await openTcpProxy(() => target));
  return { proxy, moveTo: (port) => (target = port) };
}

async function listen(serve: (socket: Socket) => void): Promise<number> {
  const server = createServer((socket) => serve(socket.on("error", () => undefined)));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  opened.defer(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a TCP server has a port");
  return address.port;
}

function open({ port }: TcpProxy): Socket {
  return connect({ port, host: "127.0.0.1", allowHalfOpen: true }).on("error", () => undefined);
}

async function echoed(client: Socket): Promise<void> {
  client.write("ping");
  expect(String((await once(client, "data"))[0])).toBe("ping");
}

async function readAll(client: Socket): Promise<{ text: string; error: string | undefined }> {
  let text = "";
  try {
    for await (const piece of client) text += String(piece);
    return { text, error: undefined };
  } catch (error) {
    return { text, error: error instanceof Error && "code" in error ? String(error.code) : String(error) };
  }
}
