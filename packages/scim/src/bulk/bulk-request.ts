import type { JsonValue } from "../json/json-value.ts";

/** What an operation of a bulk request may do (RFC 7644 §3.7). */
export const BULK_METHODS = ["POST", "PUT", "PATCH", "DELETE"] as const;
export type BulkMethod = (typeof BULK_METHODS)[number];

export interface BulkRequest {
  /** In the order of the request. */
  readonly operations: readonly BulkOperation[];
  /** After how many errors nothing more is begun; undefined if errors stop nothing. */
  readonly failOnErrors: number | undefined;
}

export interface BulkOperation {
  readonly method: BulkMethod;
  /** Below the server's base URL: `/Users`, `/Users/2819c223`, `/Groups/bulkId:g1`. */
  readonly path: string;
  /** The client's name for what a POST creates. */
  readonly bulkId: string | undefined;
  /** The entity tag that the resource must have. */
  readonly version: string | undefined;
  /** What would be the body of a single request; null without one. */
  readonly data: JsonValue;
}
