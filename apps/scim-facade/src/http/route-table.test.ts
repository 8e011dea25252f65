import { describe, expect, it } from "vitest";
import { createRouteTable, type Endpoint } from "./route-table.ts";

const handler = async () => ({ status: 204 }) as const;
const read: Endpoint = { GET: handler };
const findRoute = createRouteTable(["/scim/v2", "/scim"], {
  "/": read,
  "/Users": { GET: handler, POST: handler },
  "/Users/.search": { POST: handler },
  "/Users/:id": { ...read, DELETE: handler },
  "/Me": read,
});

function found(path: string): readonly [pattern: string, encodedId: string] | undefined {
  const match = findRoute(path);
  return match && [match.route.pattern, match.encodedId];
}

describe("createRouteTable", () => {
  it.each([
    ["/scim", "/scim/", ""],
    ["/scim/", "/scim/", ""],
    ["/scim/v2", "/scim/v2/", ""],
    ["/scim/Users", "/scim/Users", ""],
    ["/scim/v2/Users/", "/scim/v2/Users", ""],
    ["/SCIM/V2/users", "/scim/v2/Users", ""],
    ["/scim/Users/.search", "/scim/Users/.search", ""],
    ["/scim/users/Ab%2Fc", "/scim/Users/:id", "Ab%2Fc"],
    ["/scim/Users/1/", "/scim/Users/:id", "1"],
    ["/scim/Users/:id", "/scim/Users/:id", ":id"],
    ["/scim/v2/Users/__proto__", "/scim/v2/Users/:id", "__proto__"],
  ])("finds %s at %s with the id %j", (path, pattern, encodedId) => {
    expect(found(path)).toEqual([pattern, encodedId]);
  });

  it.each([
    "",
    "*",
    "/",
    "/Users",
    "/scimUsers",
    "/scim/v1/Users",
    "/scim/v2/v2/Users",
    "//scim/Users",
    "/scim//Users",
    "/scim//",
    "/scim/Users//",
    "/scim/Users/1//",
    "/scim/Users/1/2",
    "/scim/Us%65rs",
    "/scim/Me/1",
    "/scim/constructor",
  ])("finds nothing at %j", (path) => {
    expect(found(path)).toBeUndefined();
  });

  it("tells what each route answers, HEAD wherever GET is", () => {
    const allowed = ["/scim/Users", "/scim/Users/.search", "/scim/Users/1"].map((path) => findRoute(path)?.route.allow);
    expect(allowed).toEqual(["HEAD, GET, POST", "POST", "HEAD, GET, DELETE"]);
    expect(findRoute("/scim/Me")?.route.handlers.get("HEAD")).toBe(handler);
  });
});
