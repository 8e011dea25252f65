import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { createApi } from "@rollcall/api";
import { type Database, openDatabase } from "@rollcall/database";
import { mintApiKey, registerApiKey } from "@rollcall/domain";
import { createLogger, createMetrics, healthRouter } from "@rollcall/telemetry";
import { useDatabase } from "@rollcall/test-database";
import { afterAll, beforeAll } from "vitest";

export interface PlatformApiUnderTest {
  readonly url: string;
  /** May do everything. */
  readonly apiKey: string;
  /** Posts JSON below `/api/v1` and gives the answer's body. */
  post(path: string, json: object): Promise<{ readonly id: string }>;
  delete(path: string): Promise<void>;
  /** Puts into the feed what has happened in a tenant, as the worker does it all the time. */
  numberEvents(tenantId: string): Promise<void>;
}

const PEPPER = "a pepper for tests";
const MAX_EVENTS = 1_000;

/** Runs the API over a database of its own for one test file; pages of the given origins may call it. */
export function usePlatformApi({ allowedOrigins }: { allowedOrigins: () => readonly string[] }): PlatformApiUnderTest {
  const testDatabase = useDatabase();
  const apiKey = mintApiKey();
  let running: { readonly database: Database; readonly server: Server; readonly url: string } | undefined;
  const live = () => {
    if (running === undefined) throw new Error("the API runs from beforeAll on");
    return running;
  };
  beforeAll(async () => {
    const database = openDatabase({ databaseUrl: testDatabase.url });
    await registerApiKey({ apiKeys: database.openPlatform().apiKeys, pepper: PEPPER }, { text: apiKey, name: "Tests" });
    const server = createServer(createApi({ ...optionsOf(database), allowedOrigins: allowedOrigins() }));
    await once(server.listen(0, "127.0.0.1"), "listening");
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("the server has no port");
    running = { database, server, url: `http://127.0.0.1:${address.port}` };
  });
  afterAll(async () => {
    live().server.close();
    await live().database.close();
  });
  const send = async (method: string, path: string, json?: object) => {
    const headers = { authorization: `Bearer ${apiKey}`, "content-type": "application/json" };
    const init = { method, headers, ...(json && { body: JSON.stringify(json) }) };
    const response = await fetch(`${live().url}/api/v1${path}`, init);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${text}`);
    return JSON.parse(text || "{}");
  };
  return {
    apiKey,
    get url() {
      return live().url;
    },
    post: (path, json) => send("POST", path, json),
    delete: (path) => send("DELETE", path),
    async numberEvents(tenantId) {
      await live().database.sequencer.numberEvents(tenantId, MAX_EVENTS);
    },
  };
}

function optionsOf(database: Database) {
  const metrics = createMetrics();
  const { openPlatform, openDirectory } = database;
  return {
    openPlatform,
    openDirectory,
    pepper: PEPPER,
    scimUrl: "https://scim.example.com/scim",
    version: "1.2.3",
    logger: createLogger({ level: "silent", name: "api" }),
    metrics,
    health: healthRouter({ ready: () => database.isReady(), metrics }),
  };
}
