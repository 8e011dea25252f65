import type { Client } from "pg";

/** Runs `work` in one transaction on rows of one tenant: row-level security binds the tables' owner as well. */
export async function inTenant<TResult>(
  owner: Client,
  tenantId: string,
  work: () => Promise<TResult>,
): Promise<TResult> {
  await owner.query("begin");
  await owner.query("select set_config('app.tenant_id', $1, true)", [tenantId]);
  const result = await work();
  await owner.query("commit");
  return result;
}
