import { ApiError, checkQuery, MAX_BODY_BYTES, parseBody } from "@rollcall/rpc";

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
  return new Request(url, {
    method,
    headers: asJson,
    body: JSON.stringify(bytes.length === 0 ? {} : parseBody(bytes)),
  });
}

/** The path must be readable, and the query say one thing. @throws ApiError `malformed_request`. */
function checkUrl(url: URL, lists: readonly string[]): void {
  if (!isEscapedWell(url.pathname)) throw new ApiError("malformed_request", { detail: "The path is malformed." });
  checkQuery(url, lists);
}

function isEscapedWell(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
