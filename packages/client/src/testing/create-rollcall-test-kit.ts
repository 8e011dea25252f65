import {
  createTenant,
  type IdentityProvider as IdentityProviderKind,
  mintApiKey,
  registerApiKey,
  type Tenant,
} from "@rollcall/domain";
import { ApiError, type ApiServices, type ErrorCode } from "@rollcall/rpc";
import { http, type HttpHandler, HttpResponse } from "msw/http";
import { createCallerGuard } from "./edge/caller-guard.ts";
import { createEdge, type Deployment } from "./edge/create-edge.ts";
import { errorResponse } from "./edge/error-response.ts";
import { createIdentityProvider, type IdentityProvider } from "./identity-provider.ts";
import { createMemoryDatabase, type MemoryDatabase } from "./memory/memory-database.ts";

export interface RollcallTestKitOptions {
  /** Where the code under test believes the internal API to be. Default: `https://rollcall.test`. */
  readonly url?: string;
}

/** The internal API without a server: its own procedures over a directory in memory, for tests of what calls it. */
export interface RollcallTestKit {
  readonly url: string;
  /** Allowed everything, in every tenant. */
  readonly apiKey: string;
  /** For MSW's `setupServer`: all of tRPC and of REST. They need Node. */
  readonly handlers: readonly HttpHandler[];
  createTenant(tenant?: { name?: string; identityProvider?: IdentityProviderKind }): Promise<Tenant>;
  /** Pushes to a tenant as its identity provider would, over its first connection unless another is named. */
  identityProvider(tenantId: string, connectionId?: string): IdentityProvider;
  /** The next request is answered with this error and changes nothing; `network` breaks it off. */
  failNext(failure: ErrorCode | "network"): void;
  /** Forgets everything but the API key. */
  reset(): void;
}

export function createRollcallTestKit({ url = "https://rollcall.test" }: RollcallTestKitOptions = {}): RollcallTestKit {
  const base = url.replace(/\/+$/, "");
  const apiKey = mintApiKey();
  const answer = createEdge(base);
  let deployment = deploy(base, apiKey);
  let failures: (ErrorCode | "network")[] = [];

  const resolver = async ({ request }: { request: Request }): Promise<Response> => {
    const failure = failures.shift();
    if (failure === "network") return HttpResponse.error();
    const isTrpc = request.url.startsWith(`${base}/trpc/`);
    if (failure !== undefined) return errorResponse(new ApiError(failure), { requestId: null, isTrpc });
    return await answer(request, await deployment);
  };

  return {
    url: base,
    apiKey,
    handlers: [http.all(`${base}/trpc/*`, resolver), http.all(`${base}/api/v1/*`, resolver)],
    async createTenant({ name = "Acme", identityProvider = "okta" } = {}) {
      const { tenants } = (await deployment).database.openPlatform();
      return (await createTenant(tenants, { name, identityProvider, actor: { kind: "system" } })).tenant;
    },
    identityProvider: (tenantId, connectionId) =>
      createIdentityProvider(async () => (await deployment).database.openDirectory, { tenantId, connectionId }),
    failNext: (failure) => void failures.push(failure),
    reset() {
      deployment = deploy(base, apiKey);
      failures = [];
    },
  };
}

interface KitDeployment extends Deployment {
  readonly database: MemoryDatabase;
}

const PEPPER = "of the test kit";

async function deploy(url: string, apiKey: string): Promise<KitDeployment> {
  const database = createMemoryDatabase();
  const { apiKeys } = database.openPlatform();
  await registerApiKey({ apiKeys, pepper: PEPPER }, { text: apiKey, name: "Test kit" });
  const services: ApiServices = {
    ...database,
    pepper: PEPPER,
    scimUrl: `${url}/scim`,
    version: "0.0.0",
    onDenied: (entry, provenance) => void database.openPlatform(provenance).audit.append(entry),
  };
  return { database, services, identify: createCallerGuard(services) };
}
