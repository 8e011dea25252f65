/** What the internal API is divided into for the rights of its callers. */
export const apiAreas = [
  "tenants",
  "connections",
  "tokens",
  "users",
  "groups",
  "schemas",
  "entitlements",
  "events",
  "audit",
  "api_keys",
] as const;
type ApiArea = (typeof apiAreas)[number];

/** Nobody writes events or the audit log by hand. */
type ReadOnlyArea = "events" | "audit";

/** One right: to read an area, or to read and change it. */
export type ApiScope = `${ApiArea}:read` | `${Exclude<ApiArea, ReadOnlyArea>}:write`;

export const apiScopes = [
  "tenants:read",
  "tenants:write",
  "connections:read",
  "connections:write",
  "tokens:read",
  "tokens:write",
  "users:read",
  "users:write",
  "groups:read",
  "groups:write",
  "schemas:read",
  "schemas:write",
  "entitlements:read",
  "entitlements:write",
  "events:read",
  "audit:read",
  "api_keys:read",
  "api_keys:write",
] as const satisfies readonly ApiScope[];

/** Every right there is; write includes read. */
export const fullAccess = [
  "tenants:write",
  "connections:write",
  "tokens:write",
  "users:write",
  "groups:write",
  "schemas:write",
  "entitlements:write",
  "events:read",
  "audit:read",
  "api_keys:write",
] as const satisfies readonly ApiScope[];

/** Whether the scopes allow what `needed` names; write includes read. */
export function grantsScope(scopes: readonly ApiScope[], needed: ApiScope): boolean {
  return scopes.some((scope) => scope === needed || scope.replace(/:write$/, ":read") === needed);
}
