import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";

/** A port on 127.0.0.1 in front of another, with a network between the two that can be made to fail. */
export interface TcpProxy extends AsyncDisposable {
  readonly port: number;
  /** Resets every connection. @returns how many there were. */
  cut(): number;
  /** Each piece of an answer arrives this much later. */
  delay(ms: number): void;
  /**
   * Resets a connection in the middle of an answer: `find` is given each piece and tells how many bytes of it still
   * arrive, or undefined when all do.
   */
  cutAnswers(find: (piece: Buffer) => number | undefined): void;
  /** Resets whoever connects, and leaves those that are connected. */
  refuse(): void;
  /** Undoes everything but what was cut. */
  heal(): void;
}

/** @param targetPort asked for every new connection: what stands behind may move. */
export async function openTcpProxy(targetPort: () => number): Promise<TcpProxy> {
  const links = new Set<Link>();
  const network: Network = { delayMs: 0, refusing: false, cutAt: () => undefined };
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    // After the end of its link a socket may still fail, and an error that nobody hears would end the process.
    client.on("error", () => undefined);
    if (network.refusing) {
      resetSocket(client);
      return;
    }
    const link = openLink(client, targetPort(), network);
    links.add(link);
    void link.ended.then(() => links.delete(link));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const cut = () => {
    for (const link of links) link.reset();
    return links.size;
  };
  return {
    port: portOf(server.address()),
    cut,
    delay: (ms) => void (network.delayMs = ms),
    cutAnswers: (find) => void (network.cutAt = find),
    refuse: () => void (network.refusing = true),
    heal: () => void Object.assign(network, { delayMs: 0, refusing: false, cutAt: () => undefined }),
    async [Symbol.asyncDispose]() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Network {
  delayMs: number;
  refusing: boolean;
  cutAt: (piece: Buffer) => number | undefined;
}

interface Link {
  /** Neither side gets what is still on the way, nor an orderly end. */
  reset(): void;
  readonly ended: Promise<unknown>;
}

function openLink(client: Socket, targetPort: number, network: Network): Link {
  const server = connect({ port: targetPort, host: "127.0.0.1", allowHalfOpen: true, noDelay: true });
  server.on("error", () => undefined);
  const reset = () => {
    resetSocket(client);
    resetSocket(server);
  };

  async function* answers(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of pieces) {
      if (network.delayMs > 0) await sleep(network.delayMs);
      const end = network.cutAt(piece);
      yield piece.subarray(0, end);
      if (end === undefined) continue;
      reset();
      return;
    }
  }
  // Whichever way breaks, both do.
  const ways = [pipeline(client, server), pipeline(server, answers, client)];
  for (const way of ways) way.catch(reset);
  return { reset, ended: Promise.allSettled(ways) };
}

/** One that is being ended cannot be reset any more: Node would leave it half open, and could not exit. */
function resetSocket(socket: Socket): void {
  if (socket.writableEnded || socket.destroyed) socket.destroy();
  else socket.resetAndDestroy();
}

function portOf(address: ReturnType<ReturnType<typeof createServer>["address"]>): number {
  if (address === null || typeof address === "string") throw new Error("a TCP server has a port");
  return address.port;
}
