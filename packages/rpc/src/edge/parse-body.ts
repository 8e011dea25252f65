import { ApiError } from "../error/api-error.ts";
import { jsonDepth } from "./json-depth.ts";
import { MAX_JSON_DEPTH } from "./limits.ts";
import { parseJson } from "./parse-json.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The JSON value in a body. @throws ApiError `malformed_request`, also for what is nested too deep. */
export function parseBody(bytes: Uint8Array): unknown {
  try {
    const text = utf8.decode(bytes);
    if (jsonDepth(text) > MAX_JSON_DEPTH) {
      throw new ApiError("malformed_request", { detail: `The body is nested more than ${MAX_JSON_DEPTH} deep.` });
    }
    return parseJson(text);
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw new ApiError("malformed_request", { detail: "The body is not JSON in UTF-8.", cause: error });
  }
}
