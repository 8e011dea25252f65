import { expect, it } from "vitest";
import { ScimError } from "../errors/scim-error.ts";
import type { BulkOperation } from "./bulk-request.ts";
import { bulkResponse } from "./bulk-response.ts";

const operation: BulkOperation = { method: "POST", path: "/Users", bulkId: "a", version: undefined, data: null };

it("bulkResponse names what was done and tells what failed, as RFC 7644 §3.7 has it", () => {
  const location = "https://scim.example/Users/1";
  expect(
    bulkResponse([
      { operation, location, outcome: { kind: "done", status: 201, version: 'W/"1"' } },
      {
        operation: { ...operation, method: "DELETE", bulkId: undefined },
        location,
        outcome: { kind: "done", status: 204, version: undefined },
      },
      { operation, location: undefined, outcome: { kind: "failed", error: new ScimError("uniqueness", "Taken.") } },
    ]),
  ).toEqual({
    schemas: ["urn:ietf:params:scim:api:messages:2.0:BulkResponse"],
    Operations: [
      { method: "POST", bulkId: "a", location, version: 'W/"1"', status: "201" },
      { method: "DELETE", location, status: "204" },
      {
        method: "POST",
        bulkId: "a",
        status: "409",
        response: {
          schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
          scimType: "uniqueness",
          status: "409",
          detail: "Taken.",
        },
      },
    ],
  });
});
