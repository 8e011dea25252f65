import type { AddressInfo } from "node:net";
import { openDatabase, type Database } from "@rollcall/database";
import { createTenant, createToken, type Connection, type Tenant } from "@rollcall/domain";
import { createLogger, createMetrics } from "@rollcall/telemetry";
import { createScimFacade, type ScimFacadeOptions } from "./create-scim-facade.ts";
import type { HttpServerOptions } from "@rollcall/http";
import { createScimServer } from "./http/create-server.ts";

const PEPPER = "a pepper for tests, long enough to be one";
const actor = { kind: "system" } as const;

/** The facade over real HTTP and a real Postgres. */
export interface ServedFacade {
  readonly url: string;
  readonly database: Database;
  /** What it makes digests of tokens with. */
  readonly pepper: string;
  /** What the facade logged, line by line. */
  readonly log: readonly string[];
  newTenant(): Promise<{ tenant: Tenant; connection: Connection; token: string; tokenId: string }>;
  close(): Promise<void>;
}

export interface ServeFacadeOptions {
  readonly facade?: Pick<ScimFacadeOptions, "limits" | "trustedProxies">;
  readonly server?: Partial<HttpServerOptions>;
  /** Most connections to the database. */
  readonly maxConnections?: number;
}

/** Tests ask much at once of a machine that may have other things to do, and what is asked must not fail for that. */
const PATIENCE_MS = 60_000;

export async function serveFacade(databaseUrl: string, options: ServeFacadeOptions = {}): Promise<ServedFacade> {
  const { maxConnections } = options;
  const database = openDatabase({
    databaseUrl,
    ...(maxConnections !== undefined && { maxConnections }),
    timeouts: { poolWaitMs: PATIENCE_MS },
  });
  const log: string[] = [];
  const logger = createLogger({ level: "warn", name: "test", destination: { write: (line) => void log.push(line) } });
  const { openDirectory } = database;
  // The port is known only once the server listens, and the facade is made with its own URL.
  const server = createScimServer({ ...options.server, listener: (request, response) => facade(request, response) });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${portOf(server.address())}/scim`;
  const facade = createScimFacade({
    ...options.facade,
    limits: { maxWaitMs: PATIENCE_MS, ...options.facade?.limits },
    openDirectory,
    pepper: PEPPER,
    baseUrl: url,
    ready: () => database.isReady(),
    logger,
    metrics: createMetrics(),
  });
  return {
    url,
    database,
    pepper: PEPPER,
    log,
    async newTenant() {
      const { tenant, connection } = await createTenant(database.openPlatform().tenants, {
        name: "Acme",
        identityProvider: "okta",
        actor,
      });
      const { tokens } = openDirectory(tenant.id);
      const request = { tenantId: tenant.id, connectionId: connection.id, name: "Okta", actor };
      const { secret, token } = await createToken({ tokens, pepper: PEPPER }, request);
      return { tenant, connection, token: secret, tokenId: token.id };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await database.close();
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("a TCP server has a port");
  return address.port;
}
