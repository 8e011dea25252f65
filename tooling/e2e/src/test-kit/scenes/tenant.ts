import type { Scene } from "../scenario.ts";

interface Token {
  readonly id: string;
  readonly token: string;
}

/** A tenant with its connections, tokens, schemas and entitlements. */
export async function playTenant({ call, path, deployment, tenantId }: Scene): Promise<void> {
  await call("GET /api/v1/tenants");
  await call(`GET ${path}`);
  await call(`PATCH ${path}`, { json: { name: "Acme Inc" } });
  await playConnections({ call, path });
  await playSettings({ call, path });
  await call(`POST ${path}/pause`);
  await call(`POST ${path}/resume`);
  await call(`DELETE ${path}`);
  await call(`POST ${path}/users`, { json: { userName: "late" } });
  await call(`GET ${path}/users`);
  await call(`POST ${path}/restore`);
  await deployment.settle(tenantId);
  await call(`GET ${path}/events`);
  await call(`GET ${path}/audit`);
  await call(`GET ${path}/audit?limit=2&actions=tenant.paused&actions=tenant.resumed`);
}

async function playConnections({ call, path }: Pick<Scene, "call" | "path">): Promise<void> {
  const connection = await call(`POST ${path}/connections`, { json: { name: "Entra", identityProvider: "entra" } });
  await call(`GET ${path}/connections`);
  await call(`GET ${path}/connections/${connection.id}`);
  await call(`PATCH ${path}/connections/${connection.id}`, { json: { state: "paused", uniqueGroupNames: false } });
  const first = await call<Token>(`POST ${path}/tokens`, { json: { connectionId: connection.id, name: "First" } });
  await call(`POST ${path}/tokens/${first.id}/rotate`);
  await call(`POST ${path}/tokens`, { json: { connectionId: connection.id } });
  await call(`DELETE ${path}/tokens/${first.id}`);
  await call(`DELETE ${path}/tokens/${first.id}`);
  await call(`POST ${path}/tokens/${first.id}/rotate`);
  await call(`GET ${path}/tokens?connectionId=${connection.id}`);
  // What once is kept apart from what happens twice.
  const headers = { "idempotency-key": "token-1" };
  const once = await call<Token>(`POST ${path}/tokens`, { json: { name: "Once" }, headers });
  const again = await call<Token>(`POST ${path}/tokens`, { json: { name: "Once" }, headers });
  if (once.token !== again.token) throw new Error("a repetition is answered as the first request was");
  await call(`POST ${path}/tokens`, { json: { name: "Other" }, headers });
}

async function playSettings({ call, path }: Pick<Scene, "call" | "path">): Promise<void> {
  const urn = "urn:example:scim:schemas:extension:1.0:User";
  const attributes = [{ name: "badge", type: "string", uniqueness: "server" }];
  await call(`PUT ${path}/schemas/${urn}`, { json: { name: "Badges", attributes } });
  await call(`PUT ${path}/schemas/${urn}`, { json: { name: "Badges", attributes: [] } });
  await call(`GET ${path}/schemas`);
  await call(`DELETE ${path}/schemas/${urn}`);
  await call(`DELETE ${path}/schemas/${urn}`);
  const role = await call(`POST ${path}/entitlements`, { json: { kind: "role", displayName: "Admin" } });
  await call(`POST ${path}/entitlements`, { json: { kind: "role", displayName: "ADMIN" } });
  await call(`PATCH ${path}/entitlements/${role.id}`, { json: { displayName: "Owner" } });
  await call(`GET ${path}/entitlements?kind=role`);
  await call(`DELETE ${path}/entitlements/${role.id}`);
}
