import { renderReport, simulateOkta } from "@rollcall/okta";
import { useDatabase } from "@rollcall/test-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedFacade, serveFacade } from "./serve-facade.fixture.ts";

const testDatabase = useDatabase();
let facade: ServedFacade;

beforeAll(async () => {
  facade = await serveFacade(testDatabase.url);
});
afterAll(() => facade.close());

describe("Okta", () => {
  it("meets every requirement with both kinds of app, on a first and on a second run", async () => {
    const { token, tenant } = await facade.newTenant();
    const options = {
      url: facade.url,
      token,
      users: 250,
      groups: 6,
      seed: 7,
      apps: ["test-app", "custom-app"],
    } as const;
    const first = await simulateOkta(options);
    expect(first.unmet, renderReport(first)).toBe(0);
    const second = await simulateOkta(options);
    expect(second.unmet, renderReport(second)).toBe(0);
    expect(Object.keys(second.users)).toHaveLength(250);
    for (const [userName, { id }] of Object.entries(first.users)) expect(second.users[userName]?.id).toBe(id);

    const { users, groups } = facade.database.openDirectory(tenant.id);
    const everyone = await users.list({ start: { kind: "index", startIndex: 1 }, count: 0, withTotal: true });
    expect(everyone.total).toBe(250 + first.probes.length + second.probes.length);
    expect((await groups.list({ start: { kind: "index", startIndex: 1 }, count: 0, withTotal: true })).total).toBe(6);
    expect(facade.log).toEqual([]);
  });
});
