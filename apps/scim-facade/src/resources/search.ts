import { readSearchRequest } from "@rollcall/scim";
import type { ScimHandler } from "../http/scim-request.ts";

/** POST …/.search (RFC 7644 §3.4.3): the list with its parameters in the body, where no log keeps them. */
export function searchBy(list: ScimHandler): ScimHandler {
  return (request) => list({ ...request, query: new URLSearchParams([...readSearchRequest(request.body)]) });
}
