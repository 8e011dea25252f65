import type { Urn } from "../extension-schema/extension-schema.ts";

/**
 * Every way in which a use case can refuse, each with what an edge needs to explain it. Edges map these once,
 * exhaustively; nothing here knows HTTP or SCIM.
 */
export type Refusal =
  | { readonly code: "not_found"; readonly resource: ResourceKind; readonly id: string }
  | { readonly code: "conflict"; readonly attribute: UniqueAttribute; readonly value: string }
  | { readonly code: "version_mismatch"; readonly resource: ResourceKind; readonly id: string }
  | { readonly code: "contention"; readonly resource: ResourceKind; readonly id: string }
  | { readonly code: "invalid_value"; readonly attribute: string; readonly reason: string }
  | { readonly code: "unknown_members"; readonly ids: readonly string[] }
  | { readonly code: "in_use"; readonly resource: ResourceKind; readonly id: string }
  | { readonly code: "token_limit"; readonly limit: number }
  | { readonly code: "idp_owned"; readonly resource: "user" | "group"; readonly id: string }
  | { readonly code: "tenant_deleted"; readonly id: string }
  | { readonly code: "scope_exceeded"; readonly scopes: readonly string[] }
  | { readonly code: "unavailable"; readonly reason: string };

export type RefusalCode = Refusal["code"];
export type ResourceKind = "tenant" | "connection" | "token" | "user" | "group" | "schema" | "entitlement" | "api_key";
/** The URN form is an attribute of an extension schema: `urn:example:1.0:User:badge`. */
export type UniqueAttribute = "userName" | "externalId" | "displayName" | Urn;

const messages: { readonly [TCode in RefusalCode]: (refusal: Extract<Refusal, { code: TCode }>) => string } = {
  not_found: ({ resource, id }) => `There is no ${resource} with the id "${id}".`,
  conflict: ({ attribute, value }) => `The ${attribute} "${value}" is already taken.`,
  version_mismatch: ({ resource, id }) => `The ${resource} "${id}" has changed since the given version.`,
  contention: ({ resource, id }) => `The ${resource} "${id}" is being changed by many requests at once; try again.`,
  invalid_value: ({ attribute, reason }) => `The value of ${attribute} is not acceptable: ${reason}.`,
  unknown_members: ({ ids }) => `These members do not exist: ${ids.join(", ")}.`,
  in_use: ({ resource, id }) => `The ${resource} "${id}" is still in use: users hold values of it.`,
  token_limit: ({ limit }) => `The connection already has ${limit} live tokens; revoke one first.`,
  idp_owned: ({ resource, id }) =>
    `The ${resource} "${id}" is managed by the identity provider that pushed it; change it there.`,
  tenant_deleted: ({ id }) => `The tenant "${id}" is deleted; restore it before changing anything in it.`,
  scope_exceeded: ({ scopes }) => `An API key cannot be given more than its maker has: ${scopes.join(", ")}.`,
  unavailable: () => "The directory cannot be reached at the moment; try again.",
};

/** A use case's refusal. `message` is fit for the public; `cause` is for the log only. */
export class DomainError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal, options?: { cause: unknown }) {
    super(describe(refusal), options);
    this.name = "DomainError";
    this.refusal = refusal;
  }
}

function describe<TCode extends RefusalCode>(refusal: Extract<Refusal, { code: TCode }>): string {
  const message: (refusal: Extract<Refusal, { code: TCode }>) => string = messages[refusal.code];
  return message(refusal);
}
