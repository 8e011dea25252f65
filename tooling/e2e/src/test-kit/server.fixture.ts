import { once } from "node:events";
import { createServer } from "node:http";
import { createApi } from "@rollcall/api";
import { type Database, openDatabase } from "@rollcall/database";
import {
  createGroup,
  createUser,
  type Directory,
  mintApiKey,
  registerApiKey,
  strictGroupRules,
} from "@rollcall/domain";
import { createLogger, createMetrics, healthRouter } from "@rollcall/telemetry";
import type { Deployment } from "./deployment.ts";

const PEPPER = "a pepper for tests";

/** A real server over a real database, until the end of the `await using` block. */
export async function startServer(databaseUrl: string): Promise<Deployment & AsyncDisposable> {
  const database = openDatabase({ databaseUrl });
  const { apiKeys } = database.openPlatform();
  const apiKey = mintApiKey();
  await registerApiKey({ apiKeys, pepper: PEPPER }, { text: apiKey, name: "Tests" });
  const server = createServer(appOver(database)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    apiKey,
    async provisionUser(tenantId, userName) {
      const { directory, origin } = await pushTo(database, tenantId);
      const draft = { userName, externalId: null, active: true, profile: {} };
      return await createUser(directory.users, { draft, ...origin });
    },
    async provisionGroup(tenantId, displayName, memberIds) {
      const { directory, origin } = await pushTo(database, tenantId);
      const draft = { displayName, externalId: null };
      return await createGroup(directory.groups, { draft, memberIds, ...origin, rules: strictGroupRules });
    },
    async settle(tenantId) {
      while ((await database.sequencer.numberEvents(tenantId, 1_000)) > 0);
    },
    async [Symbol.asyncDispose]() {
      server.close();
      await database.close();
    },
  };
}

async function pushTo(
  { openDirectory }: Database,
  tenantId: string,
): Promise<{ directory: Directory; origin: Pushed }> {
  const directory = openDirectory(tenantId, { sees: "idp" });
  const [connection] = await directory.connections.list();
  if (connection === undefined) throw new Error("every tenant starts with a connection");
  const { id } = connection;
  return { directory, origin: { origin: "idp", connectionId: id, actor: { kind: "connection", id } } };
}

interface Pushed {
  readonly origin: "idp";
  readonly connectionId: string;
  readonly actor: { readonly kind: "connection"; readonly id: string };
}

function appOver(database: Database) {
  const metrics = createMetrics();
  return createApi({
    ...database,
    pepper: PEPPER,
    scimUrl: "https://scim.example.com/scim",
    version: "0.0.0",
    logger: createLogger({ level: "silent", name: "api" }),
    metrics,
    health: healthRouter({ ready: () => database.isReady(), metrics }),
  });
}
