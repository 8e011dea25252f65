import type { Scene } from "../scenario.ts";

/** The same procedures over tRPC: alone, in a batch, and refused. */
export async function playTrpc({ call, tenantId }: Scene): Promise<void> {
  const query = (input: unknown) => `input=${encodeURIComponent(JSON.stringify(input))}`;
  await call("POST /trpc/users.create", { json: { tenantId, userName: "ada" }, headers: { "idempotency-key": "t1" } });
  await call("POST /trpc/users.create", { json: { tenantId, userName: "ada" }, headers: { "idempotency-key": "t1" } });
  await call("POST /trpc/users.create", { json: { tenantId, userName: "ADA" } });
  await call(`GET /trpc/users.list?${query({ tenantId, withTotal: true })}`);
  await call(`GET /trpc/users.list?${query({ tenantId, limit: "1" })}`);
  await call(`GET /trpc/users.list,tenants.get?batch=1&${query({ 0: { tenantId }, 1: { tenantId: "x" } })}`);
  await call(`GET /trpc/users.create?${query({ tenantId, userName: "eve" })}`);
  await call("POST /trpc/users.create", { json: "{" });
  await call("POST /trpc/users.create?batch=1", {
    json: { 0: { tenantId, userName: "bob" } },
    headers: { "idempotency-key": "two words" },
  });
  await call(`GET /trpc/${Array.from({ length: 21 }, () => "service.info").join(",")}?batch=1&input={}`);
}
