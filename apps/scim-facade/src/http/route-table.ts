import type { ScimHandler } from "./scim-request.ts";

/** What one path answers, by method; what is missing is refused with 405. */
export type Endpoint = Partial<Record<Method, ScimHandler>>;

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof methods)[number];

export interface Route {
  /** As in `/scim/Users/:id`. */
  readonly pattern: string;
  /** By method; HEAD is answered as GET is. */
  readonly handlers: ReadonlyMap<string, ScimHandler>;
  /** Its methods, as the Allow header lists them. */
  readonly allow: string;
}

export interface RouteMatch {
  readonly route: Route;
  /** The last part of the path for a single resource, still percent-encoded; "" for a collection. */
  readonly encodedId: string;
}

/** Finds out what answers a path; undefined when nothing does. */
export type FindRoute = (path: string) => RouteMatch | undefined;

const ID = "/:id";

/**
 * A flat table of these endpoints below each of the base paths: each is a path, or a path and an id. Paths are not
 * case-sensitive, and may end in a slash. What is spelt out goes before an id.
 */
export function createRouteTable(
  basePaths: readonly string[],
  endpoints: Readonly<Record<string, Endpoint>>,
): FindRoute {
  const collections = new Map<string, Route>();
  const resources = new Map<string, Route>();
  for (const base of basePaths) {
    for (const [path, endpoint] of Object.entries(endpoints)) {
      const pattern = base + path;
      const key = pattern.toLowerCase();
      const route = createRoute(pattern, endpoint);
      if (key.endsWith(ID)) resources.set(key.slice(0, -ID.length), route);
      else collections.set(withoutSlash(key), route);
    }
  }

  return (path) => {
    const trimmed = withoutSlash(path);
    const key = trimmed.toLowerCase();
    const collection = collections.get(key);
    if (collection !== undefined) return { route: collection, encodedId: "" };
    const slash = key.lastIndexOf("/");
    const resource = resources.get(key.slice(0, slash));
    const encodedId = trimmed.slice(slash + 1);
    return resource === undefined || encodedId === "" ? undefined : { route: resource, encodedId };
  };
}

function createRoute(pattern: string, endpoint: Endpoint): Route {
  const handlers = new Map<string, ScimHandler>();
  for (const method of methods) {
    const handler = endpoint[method];
    if (handler === undefined) continue;
    if (method === "GET") handlers.set("HEAD", handler);
    handlers.set(method, handler);
  }
  return { pattern, handlers, allow: [...handlers.keys()].join(", ") };
}

function withoutSlash(path: string): string {
  return path.endsWith("/") ? path.slice(0, -1) : path;
}
