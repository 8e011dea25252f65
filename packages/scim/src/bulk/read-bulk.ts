import { quote } from "../errors/quote.ts";
import { ScimError } from "../errors/scim-error.ts";
import { findKey } from "../json/find-key.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../json/json-value.ts";
import { BULK_METHODS, type BulkMethod, type BulkOperation, type BulkRequest } from "./bulk-request.ts";

/** Operations in one bulk request. Announced as bulk.maxOperations. */
export const MAX_BULK_OPERATIONS = 1_000;

/**
 * Reads the body of a bulk request (RFC 7644 §3.7). Keys and methods may be in any case. What is wrong with the message
 * as a whole is refused here, before anything is done; what is wrong with one operation fails that operation only.
 *
 * @throws ScimError 400 invalidSyntax if it is no such message; 400 invalidValue for a failOnErrors that is no positive
 * integer, or a bulkId that two operations create; 413 above MAX_BULK_OPERATIONS.
 */
export function readBulk(body: JsonValue): BulkRequest {
  const list = isJsonObject(body) ? findKey(body, "operations") : undefined;
  if (!isJsonObject(body) || !Array.isArray(list)) {
    throw new ScimError("invalidSyntax", "A bulk request must be an object with a list of Operations.");
  }
  if (list.length > MAX_BULK_OPERATIONS) {
    throw new ScimError("payloadTooLarge", `A bulk request may have at most ${MAX_BULK_OPERATIONS} operations.`);
  }
  const operations = list.map(readOperation);
  requireDistinctBulkIds(operations);
  return { operations, failOnErrors: readFailOnErrors(findKey(body, "failonerrors")) };
}

function readOperation(operation: JsonValue): BulkOperation {
  if (!isJsonObject(operation)) throw new ScimError("invalidSyntax", "A bulk operation must be an object.");
  const path = readText(operation, "path");
  if (path === undefined) throw new ScimError("invalidSyntax", "A bulk operation needs a path.");
  return {
    method: readMethod(readText(operation, "method")),
    path: path.startsWith("/") ? path : `/${path}`,
    bulkId: readText(operation, "bulkid"),
    version: readText(operation, "version"),
    data: findKey(operation, "data") ?? null,
  };
}

function readText(operation: JsonObject, name: string): string | undefined {
  const value = findKey(operation, name) ?? undefined;
  if (value === undefined || typeof value === "string") return value;
  throw new ScimError("invalidSyntax", `The ${name} of a bulk operation must be a string.`);
}

function readMethod(method = ""): BulkMethod {
  const known = BULK_METHODS.find((name) => name === method.toUpperCase());
  if (known !== undefined) return known;
  throw new ScimError("invalidSyntax", `${quote(method)} is not one of ${BULK_METHODS.join(", ")}.`);
}

function readFailOnErrors(value: JsonValue = null): number | undefined {
  if (value === null) return undefined;
  if (typeof value === "number" && Number.isInteger(value) && value > 0) return value;
  throw new ScimError("invalidValue", "failOnErrors must be a positive integer.");
}

function requireDistinctBulkIds(operations: readonly BulkOperation[]): void {
  const bulkIds = new Set<string>();
  for (const { method, bulkId } of operations) {
    if (method !== "POST" || bulkId === undefined) continue;
    if (bulkIds.has(bulkId)) throw new ScimError("invalidValue", `The bulkId ${quote(bulkId)} is given twice.`);
    bulkIds.add(bulkId);
  }
}
