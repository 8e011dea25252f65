import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { createStatementCounters, type StatementCount, type StatementCounter } from "./statement-counter.ts";

/** A port on 127.0.0.1 in front of Postgres that counts what goes through it. */
export interface CountingProxy extends AsyncDisposable {
  readonly port: number;
  /** Since it was opened. */
  read(): StatementCount;
}

export async function openCountingProxy(postgresPort: number): Promise<CountingProxy> {
  const counters = createStatementCounters();
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (client) => {
    const postgres = connect({ port: postgresPort, host: "127.0.0.1", noDelay: true });
    join({ client, postgres }, counters.open());
    for (const socket of [client, postgres]) {
      sockets.add(socket);
      socket.once("close", () => sockets.delete(socket));
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a TCP server has a port");
  return {
    port: address.port,
    read: () => counters.read(),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Ends {
  readonly client: Socket;
  readonly postgres: Socket;
}

function join({ client, postgres }: Ends, counter: StatementCounter): void {
  client.on("data", (piece: Buffer) => counter.sent(piece));
  postgres.on("data", (piece: Buffer) => counter.received(piece));
  client.pipe(postgres);
  postgres.pipe(client);
  // Whichever end breaks, both do.
  const closeBoth = () => [client, postgres].forEach((socket) => socket.destroy());
  for (const socket of [client, postgres]) socket.on("error", closeBoth).on("close", closeBoth);
}
