import { beforeEach, describe, expect, it } from "vitest";
import { idOf } from "../scim-client.fixture.ts";
import { attribute, urn, type TenantUnderTest, useTenants } from "./extension.fixture.ts";

const tenants = useTenants();
let tenant: TenantUnderTest;
beforeEach(async () => {
  tenant = await tenants.newTenant();
});

describe("tenants with different schemas", () => {
  it("each see their own, whatever else the process answers meanwhile", async () => {
    const other = await tenants.newTenant();
    await tenant.define([attribute("badge", { required: true }), attribute("level", { type: "integer" })]);
    await other.define([attribute("badge", { type: "integer" }), attribute("team", { multiValued: true })]);
    const tenants = [
      { client, extension: (n: number) => ({ badge: `b${n}`, level: n }), wrong: { badge: 1 }, foreign: "team" },
      {
        client: other.client,
        extension: (n: number) => ({ badge: n, team: [`t${n}`] }),
        wrong: { badge: "b" },
        foreign: "level",
      },
    ];
    const results = await Promise.all(
      Array.from({ length: 200 }, async (_, n) => {
        const { client: own, extension, wrong, foreign } = tenants[n % 2] ?? tenants[0] ?? expect.unreachable();
        const body = { userName: `u${n}`, [urn]: { ...extension(n), [foreign]: "x" } };
        const [created, refused, schema, filtered] = await Promise.all([
          own.send("POST", "/Users", body),
          own.send("POST", "/Users", { userName: `w${n}`, [urn]: wrong }),
          own.send("GET", `/Schemas/${urn}`),
          own.send("GET", search(`${urn}:${foreign} pr`)),
        ]);
        const read = await own.send("GET", `/Users/${idOf(created)}`);
        return {
          expected: extension(n),
          found: read.body?.[urn],
          statuses: [created.status, refused.status, schema.status, filtered.status],
          describesForeign: JSON.stringify(schema.body).includes(`"${foreign}"`),
        };
      }),
    );
    for (const { expected, found, statuses, describesForeign } of results) {
      expect(found).toEqual(expected);
      expect(statuses).toEqual([201, 400, 200, 400]);
      expect(describesForeign).toBe(false);
    }
  });
});
