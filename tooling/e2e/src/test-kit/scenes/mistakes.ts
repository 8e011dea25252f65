import type { Scene } from "../scenario.ts";

/** Requests that cannot be fulfilled. */
export async function playMistakes({ call, path, tenantId }: Scene): Promise<void> {
  for (const query of ["limit=0", "limit=ten", "limit=1&limit=2", "active=1", "cursor=x", "unknown=1", "sortBy=x"]) {
    await call(`GET ${path}/users?${query}`);
  }
  for (const json of [
    {},
    { name: "" },
    { name: 5 },
    { name: "x".repeat(201) },
    { name: "A", more: 1 },
    [],
    "{",
    '"x"',
  ]) {
    await call("POST /api/v1/tenants", { json });
  }
  await call("POST /api/v1/tenants", { json: { name: "A" }, headers: { "content-type": "text/plain" } });
  await call("POST /api/v1/tenants", { json: { name: "x".repeat(1_000_001) } });
  await call("POST /api/v1/tenants", { json: { name: "A" }, headers: { "idempotency-key": "with space" } });
  for (const route of ["GET /api/v1/nothing", "PUT /api/v1/tenants", "GET /trpc/a/b", "GET /trpc/no.such?input={}"]) {
    await call(route);
  }
  await call(`GET /api/v1/tenants/42`);
  await call("GET /api/v1/tenants/%E0%A4%A");
  await call(`GET /api/v1/tenants/${tenantId.replace(/^./, "f")}`);
  await call(`GET ${path}/users/${tenantId}`);
  await call(`GET ${path}/groups/${tenantId}/members`);
  await call(`PATCH ${path}/connections/${tenantId}`, { json: { name: "x" } });
  await call(`POST ${path}/tokens`, { json: { connectionId: tenantId } });
  await call(`POST ${path}/tokens`, { json: { expiresAt: "2001-01-01T00:00:00Z" } });
  await call(`POST ${path}/users`, { json: { userName: " ada " } });
  await call(`GET ${path}/audit?since=yesterday`);
}
