import type { JsonObject } from "../json/json-value.ts";
import { MESSAGE_ERROR } from "../urns.ts";
import type { ScimError } from "./scim-error.ts";

/** The body of an error response (RFC 7644 §3.12). The standard wants `status` as a string. */
export function errorBody(error: ScimError): JsonObject {
  const body: JsonObject = { schemas: [MESSAGE_ERROR], status: String(error.status), detail: error.detail };
  if (error.scimType !== undefined) body["scimType"] = error.scimType;
  return body;
}
