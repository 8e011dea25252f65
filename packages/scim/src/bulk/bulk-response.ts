import { errorBody } from "../errors/error-body.ts";
import type { ScimError } from "../errors/scim-error.ts";
import type { JsonObject } from "../json/json-value.ts";
import { MESSAGE_BULK_RESPONSE } from "../urns.ts";
import type { BulkOperation } from "./bulk-request.ts";

/** What became of one operation. */
export interface BulkResult {
  readonly operation: BulkOperation;
  /** URI of the resource; undefined if there is none, as after a POST that failed. */
  readonly location: string | undefined;
  readonly outcome: BulkOutcome;
}

export type BulkOutcome =
  /** `version` is the resource's new entity tag; undefined after a DELETE. */
  | { readonly kind: "done"; readonly status: number; readonly version: string | undefined }
  | { readonly kind: "failed"; readonly error: ScimError };

/** The body of a bulk response (RFC 7644 §3.7): resources are named and not repeated, errors are told in full. */
export function bulkResponse(results: readonly BulkResult[]): JsonObject {
  return { schemas: [MESSAGE_BULK_RESPONSE], Operations: results.map(describe) };
}

function describe({ operation: { method, bulkId }, location, outcome }: BulkResult): JsonObject {
  return {
    method,
    ...(bulkId !== undefined && { bulkId }),
    ...(location !== undefined && { location }),
    ...describeOutcome(outcome),
  };
}

function describeOutcome(outcome: BulkOutcome): JsonObject {
  switch (outcome.kind) {
    case "done":
      return { ...(outcome.version !== undefined && { version: outcome.version }), status: String(outcome.status) };
    case "failed":
      return { status: String(outcome.error.status), response: errorBody(outcome.error) };
  }
}
