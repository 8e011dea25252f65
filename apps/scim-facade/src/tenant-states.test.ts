import { setTimeout as sleep } from "node:timers/promises";
import { deleteTenant, pauseTenant, restoreTenant, resumeTenant } from "@rollcall/domain";
import { useDatabase } from "@rollcall/test-database";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type ServedFacade, serveFacade } from "./serve-facade.fixture.ts";

const testDatabase = useDatabase();
const actor = { kind: "system" } as const;
/** As long as what was read of a token may be remembered. */
const VERDICT_TTL_MS = 1_000;
let facade: ServedFacade;

beforeAll(async () => {
  facade = await serveFacade(testDatabase.url);
});
afterAll(() => facade.close());

it("the state of a tenant holds for its identity providers within a second", async () => {
  const { tenant, token } = await facade.newTenant();
  const { tenants } = facade.database.openPlatform();
  const ask = async (method: "GET" | "POST", userName = "ada@acme.example") => {
    const body = method === "POST" ? { body: JSON.stringify({ userName }) } : {};
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/scim+json" };
    return (await fetch(`${facade.url}/Users`, { method, headers, ...body })).status;
  };
  const after = async (change: typeof pauseTenant) => {
    await change(tenants, { id: tenant.id, actor });
    await sleep(VERDICT_TTL_MS + 50);
    return [await ask("GET"), await ask("POST", `${change.name}@acme.example`)];
  };
  expect([await ask("GET"), await ask("POST")]).toEqual([200, 201]);
  expect(await after(pauseTenant)).toEqual([200, 403]);
  expect(await after(resumeTenant)).toEqual([200, 201]);
  expect(await after(deleteTenant)).toEqual([401, 401]);
  expect(await after(restoreTenant)).toEqual([200, 201]);
});
