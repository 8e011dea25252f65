import { type ApiContext, appRouter } from "@rollcall/rpc";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";

type Tenant = NonNullable<Awaited<ReturnType<ApiContext["tenants"]["find"]>>>;
type Directory = ReturnType<ApiContext["openDirectory"]>;

export const tenantId = "01935f1e-8d2a-7c3b-9f40-000000000000";
export const apiKey = "rlk_of-the-tests";
export const tenantNames = ["Acme", "Globex", "Initech", "Umbrella", "Hooli"];
export const LAST_EVENT = 5;

/** The real procedures over a few tenants and events in memory, behind a `fetch` that counts requests. */
export function createServer() {
  const requests: Request[] = [];
  const serve = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const req = new Request(input, init);
    requests.push(req);
    const identity = req.headers.get("authorization") === `Bearer ${apiKey}` ? { apiKeyId: tenantId } : undefined;
    const createContext = () => ({ ...context, identity });
    return await fetchRequestHandler({ endpoint: "/trpc", req, router: appRouter, createContext });
  };
  return { fetch: serve, requests };
}

const now = new Date("2026-02-03T09:30:00Z");
const tenants = tenantNames.map((name, i): Tenant => ({
  id: `01935f1e-8d2a-7c3b-9f40-00000000000${i}`,
  name,
  createdAt: now,
  updatedAt: now,
}));
const unused = () => Promise.reject(new Error("this port is not used"));

const directory: Directory = {
  tenantId,
  connections: { insert: unused, find: unused, list: unused, update: unused },
  tokens: { insert: unused, find: unused, list: unused, revoke: unused, findVerdict: unused, touch: unused },
  users: {
    insert: unused,
    find: () => Promise.resolve(undefined),
    findByExternalId: unused,
    list: unused,
    update: unused,
    delete: unused,
    leaveGroups: unused,
  },
  groups: { find: unused, list: unused, members: unused, membersOf: unused, transact: unused },
  extensionSchemas: { list: unused, transact: unused },
  entitlements: { list: unused, find: unused, insert: unused, update: unused, delete: unused },
  events: {
    list: ({ after, count }) =>
      Promise.resolve(
        Array.from({ length: Math.min(count, LAST_EVENT - after) }, (_, i) => ({
          id: tenantId,
          sequence: after + i + 1,
          type: "tenant.updated" as const,
          resourceType: "tenant" as const,
          resourceId: tenantId,
          resourceVersion: null,
          actor: { kind: "system" as const },
          data: {},
          recordedAt: now,
        })),
      ),
  },
};

const context: Omit<ApiContext, "identity"> = {
  tenants: {
    insert: unused,
    update: unused,
    find: (id) => Promise.resolve(tenants.find((tenant) => tenant.id === id)),
    list({ afterId, count }) {
      const start = tenants.findIndex(({ id }) => id === afterId) + 1;
      const items = tenants.slice(start, start + count);
      return Promise.resolve({
        items,
        total: undefined,
        next: start + count < tenants.length ? items.at(-1) : undefined,
      });
    },
  },
  openDirectory: () => directory,
  pepper: "a pepper for tests",
  scimUrl: "https://scim.example.com/scim",
  requestId: "request-1",
};
