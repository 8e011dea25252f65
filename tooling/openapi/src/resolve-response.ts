import type { OpenApi, Response } from "./openapi.ts";

const PREFIX = "#/components/responses/";

/** A response itself, or the shared one that it refers to. @throws Error when that is not in the document. */
export function resolveResponse(response: Response, { components }: OpenApi): Response {
  if (response.$ref === undefined) return response;
  const shared = components?.responses?.[response.$ref.slice(PREFIX.length)];
  if (shared === undefined) throw new Error(`The document lacks ${response.$ref}.`);
  return shared;
}
