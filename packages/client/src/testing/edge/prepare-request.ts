import { ApiError } from "@rollcall/rpc";

const MAX_BODY_BYTES = 1_000_000;
const JSON_MEDIA_TYPE = /^application\/json *(;|$)/i;

interface Preparation {
  /** Below the mount. */
  readonly path: string;
  /** Keys of the query that hold lists. */
  readonly lists: readonly string[];
}

/**
 * The request under its path alone, checked, with a body that is certain to be JSON. Without a body it counts as one
 * with an empty object.
 * @throws ApiError `malformed_request`, `payload_too_large`, `unsupported_media_type`.
 */
export async function prepareRequest(request: Request, { path, lists }: Preparation): Promise<Request> {
  const { method, headers } = request;
  const { origin, search } = new URL(request.url);
  const url = new URL(origin + path + search);
  checkUrl(url, lists);
  if (method === "GET" || method === "HEAD") return new Request(url, { method, headers });
  const bytes = await request.bytes();
  if (bytes.length > MAX_BODY_BYTES) throw new ApiError("payload_too_large");
  if (bytes.length > 0 && !JSON_MEDIA_TYPE.test(headers.get("content-type") ?? "")) {
    throw new ApiError("unsupported_media_type");
  }
  const asJson = new Headers(headers);
  asJson.set("content-type", "application/json");
  return new Request(url, { method, headers: asJson, body: bytes.length === 0 ? "{}" : checkedJson(bytes) });
}

function checkedJson(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    JSON.parse(text);
    return text;
  } catch (error) {
    throw new ApiError("malformed_request", { detail: "The body is not JSON in UTF-8.", cause: error });
  }
}

/**
 * The path must be readable, and a key that is given twice says two things where one is meant.
 * @param lists Keys that hold lists, one value each time.
 * @throws ApiError `malformed_request`.
 */
function checkUrl(url: URL, lists: readonly string[]): void {
  if (!isEscapedWell(url.pathname)) throw new ApiError("malformed_request", { detail: "The path is malformed." });
  const seen = new Set<string>();
  for (const key of url.searchParams.keys()) {
    if (seen.has(key) && !lists.includes(key)) {
      throw new ApiError("malformed_request", { detail: `The query names "${key.slice(0, 100)}" more than once.` });
    }
    seen.add(key);
  }
}

function isEscapedWell(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
