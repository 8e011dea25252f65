import {
  createConnection,
  createEntitlement,
  createToken,
  createUser,
  defineExtensionSchema,
  deleteEntitlement,
  deleteExtensionSchema,
  deleteUser,
  newId,
  revokeToken,
  updateConnection,
} from "@rollcall/domain";
import type { Walk } from "./walk.ts";

const PAGE = 100;

/** What a tenant has beside users and groups. */
export async function walkApi(walk: Walk): Promise<void> {
  await walkTokens(walk);
  await walkConnections(walk);
  await walkCatalogue(walk);
  await walkFeeds(walk);
}

async function walkTokens({ api, actor, world, step }: Walk): Promise<void> {
  const { tenantId, connectionId } = world.tenant;
  const issuer = { tokens: api.tokens, pepper: "p".repeat(32) };
  const request = { tenantId, connectionId, name: "Plans", actor };
  const { token } = await step("tokens: create", () => createToken(issuer, request));
  await step("tokens: authenticate", () => api.tokens.findVerdict(token.id));
  await step("tokens: note a use", () => api.tokens.touch(token.id));
  const digest = new Uint8Array(32);
  await step("tokens: renew a digest", () => api.tokens.replaceDigest(token.id, { old: digest, digest }));
  await step("tokens: get", () => api.tokens.find(token.id));
  await step("tokens: list", () => api.tokens.list(connectionId));
  await step("tokens: revoke", () => revokeToken(api.tokens, token.id, actor));
}

async function walkConnections({ api, actor, step }: Walk): Promise<void> {
  const request = { name: `Plans ${newId()}`, identityProvider: "okta", actor } as const;
  const { id } = await step("connections: create", () => createConnection(api.connections, request));
  await step("connections: get", () => api.connections.find(id));
  await step("connections: list", () => api.connections.list());
  await step("connections: pause", () => updateConnection(api.connections, { id, state: "paused", actor }));
}

async function walkCatalogue({ api, idp, actor, world, step }: Walk): Promise<void> {
  const urn = `urn:plans:${newId()}:User` as const;
  const schema = { urn, name: "Plans", description: "", attributes: [badge] };
  await step("schemas: define", () => defineExtensionSchema(api.extensionSchemas, { schema, actor }));
  await step("schemas: list", () => api.extensionSchemas.list());
  const { connectionId } = world.tenant;
  const profile = { extensions: { [urn]: { badge: newId() } } };
  const draft = { userName: newId(), externalId: null, active: true, profile };
  const { id } = await step("users: create with a value that is unique", () =>
    createUser(idp.users, { draft, origin: "idp", connectionId, actor }),
  );
  await deleteUser(idp.users, { id, actor });
  await step("schemas: delete", () => deleteExtensionSchema(api.extensionSchemas, { urn, actor }));

  const entitlement = { kind: "role", draft: { displayName: newId(), type: null }, actor } as const;
  const made = await step("entitlements: create", () => createEntitlement(api.entitlements, entitlement));
  await step("entitlements: get", () => api.entitlements.find(made.id));
  await step("entitlements: list", () => api.entitlements.list("role"));
  await step("entitlements: delete", () => deleteEntitlement(api.entitlements, { id: made.id, actor }));
}

const badge = {
  name: "badge",
  description: "",
  type: "string",
  multiValued: false,
  required: false,
  caseExact: false,
  mutability: "readWrite",
  returned: "default",
  uniqueness: "server",
  canonicalValues: [],
  referenceTypes: [],
} as const;

async function walkFeeds({ api, world, step }: Walk): Promise<void> {
  await step("events: first page", () => api.events.list({ after: 0, count: PAGE }));
  await step("events: last page", () => api.events.list({ after: world.size.users - PAGE, count: PAGE }));
  await step("audit: newest", () => api.audit.list({ beforeId: undefined, count: PAGE }));
  await step("audit: of a resource", () =>
    api.audit.list({ resourceId: world.firstUser.id, beforeId: newId(), count: PAGE }),
  );
  await step("audit: of an actor", () => api.audit.list({ actorId: newId(), beforeId: undefined, count: PAGE }));
  const key = { caller: "plans", key: newId() };
  const claim = { ...key, fingerprint: new Uint8Array(32) };
  await step("idempotency: claim", () => api.idempotency.claim(claim));
  await step("idempotency: claim again", () => api.idempotency.claim(claim));
  await step("idempotency: complete", () => api.idempotency.complete(key, new Uint8Array(1)));
  await step("idempotency: release", () => api.idempotency.release(key));
}
