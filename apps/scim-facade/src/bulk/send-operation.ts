import { type BulkOperation, ScimError } from "@rollcall/scim";
import type { Endpoint } from "../http/route-table.ts";
import type { ScimReply, ScimRequest } from "../http/scim-request.ts";

/** A collection, or a resource in it. */
const PATH = /^\/([^/]+)(?:\/([^/]+))?$/;

/**
 * Has an operation answered as if it were a single request of the same sender.
 * @throws ScimError or DomainError, as a single request does.
 */
export async function sendOperation(
  endpoints: Readonly<Record<string, Endpoint>>,
  request: ScimRequest,
  { method, path, version, data }: BulkOperation,
): Promise<ScimReply> {
  const [, collection = "", id] = PATH.exec(path) ?? [];
  const route = id === undefined ? `/${collection}` : `/${collection}/:id`;
  const endpoint = Object.hasOwn(endpoints, route) ? endpoints[route] : undefined;
  if (endpoint === undefined) throw new ScimError("notFound", "There is no such endpoint for bulk operations.");
  const handler = endpoint[method];
  if (handler === undefined) throw new ScimError("methodNotAllowed", `This endpoint does not answer ${method}.`);
  return await handler({
    ...request,
    id: id ?? "",
    query: new URLSearchParams(),
    body: data,
    ifMatch: version,
    ifNoneMatch: undefined,
  });
}
