import { bulkResponse, readBulk } from "@rollcall/scim";
import type { Endpoint } from "../http/route-table.ts";
import type { ScimHandler } from "../http/scim-request.ts";
import { runBulk } from "./run-bulk.ts";
import { sendOperation } from "./send-operation.ts";

/**
 * POST /Bulk (RFC 7644 §3.7) over these endpoints. Every operation is answered by the same handler as a single request
 * and is a transaction of its own, so that what failed never takes back what was done.
 */
export function bulk(endpoints: Readonly<Record<string, Endpoint>>): ScimHandler {
  return async (request) => {
    const bulkRequest = readBulk(request.body);
    // The first is the request itself.
    await request.countMore(Math.max(bulkRequest.operations.length - 1, 0));
    const results = await runBulk(bulkRequest, {
      baseUrl: request.baseUrl,
      reportFault: request.reportFault,
      send: (operation) => sendOperation(endpoints, request, operation),
    });
    return { status: 200, body: bulkResponse(results) };
  };
}
