import type { Scene } from "../scenario.ts";

interface Key {
  readonly id: string;
  readonly apiKey: string;
}

/** API keys, what they allow, and what they do not. */
export async function playAccess({ call, path, tenantId }: Scene): Promise<void> {
  const other = await call("POST /api/v1/tenants", { json: { name: "Other" } });
  const scopes = ["users:read", "api_keys:write"];
  const bound = await call<Key>("POST /api/v1/api-keys", { json: { name: "Bound", scopes, tenantId } });
  const { apiKey } = bound;
  await call("GET /api/v1/service/caller", { apiKey });
  await call(`GET ${path}/users`, { apiKey });
  await call(`POST ${path}/users`, { apiKey, json: { userName: "ada" } });
  await call(`GET /api/v1/tenants/${other.id}/users`, { apiKey });
  await call(`GET ${path}/groups`, { apiKey });
  await call("POST /api/v1/api-keys", { apiKey, json: { name: "More", scopes: ["users:write"] } });
  await call("POST /api/v1/api-keys", { apiKey, json: { name: "Away", scopes: ["users:read"], tenantId: other.id } });
  await call("POST /api/v1/api-keys", { apiKey, json: { name: "Less", scopes: ["users:read"] } });
  await call(`POST /api/v1/api-keys/${bound.id}/rotate`, { json: {} });
  await call(`GET /api/v1/api-keys?tenantId=${tenantId}`);
  await call(`DELETE /api/v1/api-keys/${bound.id}`);
  await call(`DELETE /api/v1/api-keys/${bound.id}`);
  await call(`DELETE /api/v1/api-keys/${other.id}`);
  await call("GET /api/v1/service", { apiKey: null });
  await call("GET /api/v1/service", { apiKey: "rlk_wrong" });
  await call("GET /api/v1/tenants", { apiKey: null });
  await call("GET /api/v1/tenants", { apiKey: "rlk_wrong" });
  await call("GET /trpc/tenants.list?input={}", { apiKey: null });
  await call("GET /api/v1/nothing", { apiKey: null });
  await call(`GET /api/v1/audit?resourceId=${other.id}&actions=access.denied`);
  await call("GET /api/v1/audit?limit=3&actions=api_key.created&actions=api_key.revoked&actions=api_key.rotated");
}
