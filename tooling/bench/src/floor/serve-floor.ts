import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import pg from "pg";
import { type FloorReply, routeFloor } from "./route-floor.ts";

/** As many as Rollcall opens unless told otherwise. */
const MAX_CONNECTIONS = 20;

/**
 * The floor: what Node and Postgres cost when there is nothing else. A bare node:http server in which each request is one
 * named, durable statement, with JSON in and JSON out. It does not authenticate, validate, isolate tenants, record events,
 * count, or look at anything it is sent that it does not need.
 * @param databaseUrls by the first part of the paths that they answer. @returns its port.
 */
export async function serveFloor(databaseUrls: Readonly<Record<string, string>>): Promise<number> {
  const pools = new Map(Object.entries(databaseUrls).map(([name, url]) => [name, openPool(url)]));
  const server = createServer((request, response) => {
    receive(request)
      .then((body) => answer(pools, request, body))
      .then((reply) => send(response, reply))
      .catch((error: unknown) => send(response, { status: 500, body: { detail: String(error) } }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a TCP server has a port");
  return address.port;
}

/** Connections stay: making them again is no part of what is compared. */
function openPool(connectionString: string): pg.Pool {
  return new pg.Pool({ connectionString, max: MAX_CONNECTIONS, idleTimeoutMillis: 0, types: textualTimes() });
}

async function answer(
  pools: ReadonlyMap<string, pg.Pool>,
  { method, url = "" }: IncomingMessage,
  body: string,
): Promise<FloorReply> {
  const end = url.indexOf("/", 1);
  const pool = pools.get(url.slice(1, end));
  return pool === undefined ? { status: 404 } : await routeFloor(pool, { method, path: url.slice(end), body });
}

/** Times are only passed on, so nothing is gained by making objects of them. */
function textualTimes(): pg.CustomTypesConfig {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => text);
  return types;
}

function receive(request: IncomingMessage): Promise<string> {
  if (request.method === "GET") return Promise.resolve("");
  return new Promise((resolve, reject) => {
    let text = "";
    request.setEncoding("utf8");
    request.on("data", (chunk: string) => (text += chunk));
    request.on("end", () => resolve(text));
    request.on("error", reject);
  });
}

function send(response: ServerResponse, { status, body }: FloorReply): void {
  if (body === undefined) {
    response.writeHead(status).end();
    return;
  }
  const text = JSON.stringify(body);
  response.writeHead(status, { "content-type": "application/scim+json", "content-length": Buffer.byteLength(text) });
  response.end(text);
}
