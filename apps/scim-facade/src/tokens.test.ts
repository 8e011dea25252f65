import { mintCredential, newId, revokeToken, rotateToken, tokenKind } from "@rollcall/domain";
import { useDatabase } from "@rollcall/test-database";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedFacade, serveFacade } from "./serve-facade.fixture.ts";

const testDatabase = useDatabase();
const actor = { kind: "system" } as const;
let facade: ServedFacade;
let replica: ServedFacade;
let admin: Client;

beforeAll(async () => {
  facade = await serveFacade(testDatabase.url);
  replica = await serveFacade(testDatabase.url);
  admin = new Client(testDatabase.url);
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await facade.close();
  await replica.close();
});

async function ask({ url }: ServedFacade, token: string): Promise<number> {
  return (await fetch(`${url}/Users`, { headers: { authorization: `Bearer ${token}` } })).status;
}

/** The same ids, another secret. */
function otherSecret(tenantId: string, tokenId: string): string {
  return mintCredential(tokenKind, [tenantId, tokenId]);
}

async function refusalsOf(resourceId: string) {
  const { rows } = await admin.query(
    "select tenant_id, actor, action, resource_type, request_id, ip_address from audit_entries where resource_id = $1 and action = 'authentication.failed'",
    [resourceId],
  );
  return rows;
}

describe("a token", () => {
  it("that is revoked through one process is refused by the others, and by both for good", async () => {
    const { tenant, token, tokenId } = await facade.newTenant();
    expect([await ask(facade, token), await ask(replica, token)]).toEqual([200, 200]);
    await revokeToken(facade.database.openDirectory(tenant.id).tokens, tokenId, actor);
    await expect.poll(() => ask(replica, token), { timeout: 10_000 }).toBe(401);
    await expect.poll(() => ask(facade, token), { timeout: 10_000 }).toBe(401);
    expect(await ask(replica, token)).toBe(401);
  });

  it("ends when the database's clock says so", async () => {
    const { token, tokenId } = await facade.newTenant();
    await admin.query("update tokens set expires_at = now() where id = $1", [tokenId]);
    expect(await ask(facade, token)).toBe(401);
  });

  it("is rotated without a call that fails", async () => {
    const { tenant, token, tokenId } = await facade.newTenant();
    const { tokens } = facade.database.openDirectory(tenant.id);
    const rotation = rotateToken(
      { tokens, pepper: facade.pepper },
      { tenantId: tenant.id, id: tokenId, overlapSeconds: 60, actor },
    );
    const meanwhile = Array.from({ length: 50 }, (_, n) => ask(n % 2 === 0 ? facade : replica, token));
    expect(new Set(await Promise.all(meanwhile))).toEqual(new Set([200]));
    const { secret } = await rotation;
    expect([await ask(replica, secret), await ask(facade, secret), await ask(replica, token)]).toEqual([200, 200, 200]);
  });

  it("opens although the note of its use has to wait", async () => {
    const { tenant, token, tokenId } = await facade.newTenant();
    await admin.query("begin");
    await admin.query("select from tokens where tenant_id = $1 and id = $2 for update", [tenant.id, tokenId]);
    for (let time = 0; time < 3; time++) expect(await ask(facade, token)).toBe(200);
    await admin.query("rollback");
    const lastUse = async () => {
      const { rows } = await admin.query("select last_used_at from tokens where id = $1", [tokenId]);
      return rows[0].last_used_at;
    };
    await expect.poll(lastUse).toBeInstanceOf(Date);
  });

  it("of another tenant, or with another secret, opens nothing", async () => {
    const [one, other] = [await facade.newTenant(), await facade.newTenant()];
    expect(await ask(facade, one.token)).toBe(200);
    expect(await ask(facade, otherSecret(one.tenant.id, one.tokenId))).toBe(401);
    expect(await ask(facade, otherSecret(other.tenant.id, one.tokenId))).toBe(401);
  });
});

describe("the audit log of a tenant", () => {
  it("tells of a token that was refused, once a minute, and from where", async () => {
    const { tenant, token, tokenId } = await facade.newTenant();
    for (let time = 0; time < 3; time++) expect(await ask(facade, otherSecret(tenant.id, tokenId))).toBe(401);
    await admin.query("update tokens set revoked_at = now() where id = $1", [tokenId]);
    expect(await ask(replica, token)).toBe(401);
    await expect.poll(() => refusalsOf(tokenId)).toHaveLength(2);
    const entry = { tenant_id: tenant.id, actor: null, action: "authentication.failed", resource_type: "token" };
    expect(await refusalsOf(tokenId)).toEqual(
      Array.from({ length: 2 }, () => ({ ...entry, request_id: expect.any(String), ip_address: "127.0.0.1" })),
    );
  });

  it("is not written to with tokens that were never issued", async () => {
    const { tenant, tokenId } = await facade.newTenant();
    const invented = [otherSecret(tenant.id, newId()), otherSecret(newId(), newId())];
    for (const token of invented) expect(await ask(facade, token)).toBe(401);
    // Written in order, so that nothing of the invented ones is still on its way.
    expect(await ask(facade, otherSecret(tenant.id, tokenId))).toBe(401);
    await expect.poll(() => refusalsOf(tokenId)).toHaveLength(1);
    const { rows } = await admin.query(
      "select count(*)::int as count from audit_entries where action = 'authentication.failed' and tenant_id not in (select id from tenants)",
    );
    expect(rows).toEqual([{ count: 0 }]);
  });
});
