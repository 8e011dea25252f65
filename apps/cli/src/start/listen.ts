import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { CliError } from "../output/cli-error.ts";

export interface ListenPlace {
  /** Address to listen on. */
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** The environment's name for the port, to be changed when it is taken. */
  readonly variable: string;
  /** Whether other processes listen on the same port, which then each get a part of the connections (SO_REUSEPORT). */
  readonly sharesPort?: boolean;
}

/** @returns the port. @throws CliError `bad_setting` when the port or the address cannot be listened on. */
export async function listen(server: Server, place: ListenPlace): Promise<number> {
  const { host, port, sharesPort = false } = place;
  server.listen({ host, port, reusePort: sharesPort });
  try {
    await once(server, "listening");
  } catch (error) {
    throw listenError(error, place);
  }
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a TCP server has a port");
  return address.port;
}

/**
 * A port that nobody listens on, for processes that are to share it. They alone would not notice: another deployment's
 * processes that share theirs would get a part of the connections.
 * @throws CliError as `listen` does.
 */
export async function claimPort(place: ListenPlace): Promise<number> {
  const server = createServer((connection) => connection.destroy());
  const port = await listen(server, place);
  server.close();
  await once(server, "close");
  return port;
}

function listenError(error: unknown, { host, port, variable }: ListenPlace): CliError {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const sentences: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} on ${host} is already in use; set ${variable} to another one, or to 0 for any free one.`,
    EACCES: `This account may not listen on port ${port}; set ${variable} to one above 1023.`,
  };
  const sentence =
    sentences[String(code)] ??
    `ROLLCALL_HOST is "${host}", but it must be an address of this machine (${String(code)}).`;
  return new CliError("bad_setting", sentence, { cause: error });
}
