import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type Database, openDatabase } from "@rollcall/database";
import { type ApiScope, mintApiKey, registerApiKey } from "@rollcall/domain";
import { createLogger, createMetrics, healthRouter } from "@rollcall/telemetry";
import { useDatabase } from "@rollcall/test-database";
import type { Express } from "express";
import { afterAll, beforeAll } from "vitest";
import type { ApiOptions } from "./api-options.ts";
import { createApi } from "./create-api.ts";

export interface ApiUnderTest {
  /** Valid in this API. */
  readonly apiKey: string;
  readonly database: Database;
  /** Connection string of a superuser. */
  readonly databaseUrl: string;
  readonly url: string;
  /** Sends JSON with the API key. `route` is as in `GET /api/v1/tenants`. */
  call<TBody = unknown>(route: string, request?: CallOptions): Promise<Answer<TBody>>;
  /** The Authorization header of a new API key. */
  keyWith(scopes: readonly ApiScope[], tenantId?: string): Promise<{ readonly authorization: string }>;
}

interface CallOptions {
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** `body` is taken for what the test says it is; a wrong guess fails the test. */
interface Answer<TBody> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: TBody;
}

const SCIM_URL = "https://scim.example.com/scim";

/** Runs the API over a database of its own for one test file; `change` replaces parts of its options. */
export function useApi(change: (options: ApiOptions) => Partial<ApiOptions> = () => ({})): ApiUnderTest {
  const testDatabase = useDatabase();
  const apiKey = mintApiKey();
  let running: { readonly database: Database; readonly server: Server; readonly url: string } | undefined;
  const live = () => {
    if (running === undefined) throw new Error("the API runs from beforeAll on");
    return running;
  };
  beforeAll(async () => {
    const database = openDatabase({ databaseUrl: testDatabase.url });
    const options = testOptions(database);
    const { apiKeys } = database.openPlatform();
    await registerApiKey({ apiKeys, pepper: options.pepper }, { text: apiKey, name: "Tests" });
    running = { database, ...(await listen(createApi({ ...options, ...change(options) }))) };
  });
  afterAll(async () => {
    live().server.close();
    await live().database.close();
  });
  return {
    apiKey,
    get database() {
      return live().database;
    },
    get databaseUrl() {
      return testDatabase.url;
    },
    get url() {
      return live().url;
    },
    call: (route, request) => send(live().url, apiKey, { route, ...request }),
    async keyWith(scopes, tenantId) {
      const json = { name: "Tests", scopes, tenantId };
      const route = "POST /api/v1/api-keys";
      const { body } = await send<{ apiKey: string }>(live().url, apiKey, { route, json });
      return { authorization: `Bearer ${body.apiKey}` };
    },
  };
}

function testOptions(database: Database): ApiOptions {
  const metrics = createMetrics();
  const health = healthRouter({ ready: () => database.isReady(), metrics });
  const logger = createLogger({ level: "silent", name: "api" });
  const { openPlatform, openDirectory } = database;
  return {
    openPlatform,
    openDirectory,
    pepper: "a pepper for tests",
    scimUrl: SCIM_URL,
    version: "1.2.3",
    logger,
    metrics,
    health,
  };
}

async function listen(app: Express) {
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return { server, url: `http://127.0.0.1:${address.port}` };
}

async function send<TBody>(
  url: string,
  apiKey: string,
  { route, json, headers }: CallOptions & { route: string },
): Promise<Answer<TBody>> {
  const [method = "", path = ""] = route.split(" ");
  const response = await fetch(url + path, {
    method,
    redirect: "manual",
    headers: {
      authorization: `Bearer ${apiKey}`,
      ...(json !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    ...(json !== undefined && { body: typeof json === "string" ? json : JSON.stringify(json) }),
  });
  const text = await response.text();
  const isJson = /^application\/(problem\+)?json\b/.test(response.headers.get("content-type") ?? "") && text !== "";
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined };
}
