import { type Projection, readProjection, type ResourceType } from "@rollcall/scim";

/** The attributes that a query string asks for (RFC 7644 §3.9). @throws ScimError 400 when it asks both ways. */
export function requestedProjection<TResource>(type: ResourceType<TResource>, query: URLSearchParams): Projection {
  return readProjection(type, {
    attributes: query.get("attributes") ?? undefined,
    excludedAttributes: query.get("excludedAttributes") ?? undefined,
  });
}
