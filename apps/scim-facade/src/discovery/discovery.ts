import {
  type JsonObject,
  listResponse,
  MAX_BULK_OPERATIONS,
  resourceTypes,
  schemas,
  ScimError,
  serviceProviderConfig,
} from "@rollcall/scim";
import { DEFAULT_PAGE_SIZE, MAX_BODY_BYTES, MAX_PAGE_SIZE } from "../http/limits.ts";
import type { ScimHandler, ScimReply, ScimRequest } from "../http/scim-request.ts";

/** GET /ServiceProviderConfig (RFC 7643 §5) */
export const getServiceProviderConfig: ScimHandler = async ({ baseUrl }) => ({
  status: 200,
  body: serviceProviderConfig({
    baseUrl,
    patch: true,
    bulk: { maxOperations: MAX_BULK_OPERATIONS, maxPayloadSizeBytes: MAX_BODY_BYTES },
    filter: { maxResults: MAX_PAGE_SIZE },
    changePassword: false,
    sort: true,
    etag: true,
    pagination: {
      cursor: true,
      index: true,
      defaultPaginationMethod: "index",
      defaultPageSize: DEFAULT_PAGE_SIZE,
      maxPageSize: MAX_PAGE_SIZE,
    },
  }),
});

/** GET /ResourceTypes and /ResourceTypes/{name} (RFC 7643 §6) */
export const getResourceTypes: ScimHandler = async (request) =>
  described(request, resourceTypes(Object.values(request.types), request.baseUrl));

/** GET /Schemas and /Schemas/{urn} (RFC 7643 §7) */
export const getSchemas: ScimHandler = async (request) =>
  described(request, schemas(Object.values(request.types), request.baseUrl));

function described({ id, query }: ScimRequest, resources: JsonObject[]): ScimReply {
  // RFC 7644 §4: a filter here would tell a client that something is missing.
  if (query.has("filter")) throw new ScimError("forbidden", "Discovery cannot be filtered.");
  if (id === "") {
    const { length } = resources;
    return {
      status: 200,
      body: listResponse({ resources, totalResults: length, startIndex: 1, itemsPerPage: length }),
    };
  }
  const wanted = resources.find((resource) => isNamed(resource, id));
  if (wanted === undefined) throw new ScimError("notFound", "There is no such description.");
  return { status: 200, body: wanted };
}

/** URNs are compared without regard to case (RFC 8141 §3.1), and so are names. */
function isNamed(resource: JsonObject, id: string): boolean {
  return typeof resource["id"] === "string" && resource["id"].toLowerCase() === id.toLowerCase();
}
