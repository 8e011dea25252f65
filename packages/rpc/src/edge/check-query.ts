import { ApiError } from "../error/api-error.ts";
import { jsonDepth } from "./json-depth.ts";
import { MAX_JSON_DEPTH } from "./limits.ts";
import { parseJson } from "./parse-json.ts";

const MAX_QUOTED_LENGTH = 100;

/**
 * A key that is given twice says two things where one is meant; `input` of tRPC is JSON, which must not be too deep.
 * @param lists Keys that hold lists, one value each time.
 * @throws ApiError `malformed_request`.
 */
export function checkQuery({ searchParams }: URL, lists: readonly string[]): void {
  const seen = new Set<string>();
  for (const key of searchParams.keys()) {
    if (seen.has(key) && !lists.includes(key)) {
      const quoted = key.slice(0, MAX_QUOTED_LENGTH);
      throw new ApiError("malformed_request", { detail: `The query names "${quoted}" more than once.` });
    }
    seen.add(key);
  }
  const input = searchParams.get("input");
  // tRPC parses it itself; only what stands behind an escape has to be looked at here.
  if (input !== null) checkInput(input);
}

function checkInput(input: string): void {
  if (jsonDepth(input) > MAX_JSON_DEPTH) {
    throw new ApiError("malformed_request", { detail: `The input is nested more than ${MAX_JSON_DEPTH} deep.` });
  }
  if (!input.includes("\\u")) return;
  try {
    parseJson(input);
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw new ApiError("malformed_request", { detail: "The input is not JSON.", cause: error });
  }
}
