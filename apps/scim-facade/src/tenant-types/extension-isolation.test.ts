import { expect, it } from "vitest";
import { idOf } from "../scim-client.fixture.ts";
import { attribute, type TenantUnderTest, urn, useTenants } from "./extension.fixture.ts";

const REQUESTS = 200;
const tenants = useTenants();

it("tenants with different schemas each see their own, whatever else the process answers meanwhile", async () => {
  const [ours, theirs] = [await tenants.newTenant(), await tenants.newTenant()];
  await ours.define([attribute("badge", { required: true }), attribute("level", { type: "integer" })]);
  await theirs.define([attribute("badge", { type: "integer" }), attribute("team", { multiValued: true })]);
  const results = await Promise.all(
    Array.from({ length: REQUESTS }, (_, n) =>
      n % 2 === 0
        ? useSchema(ours, n, { values: { badge: `b${n}`, level: n }, wrong: { badge: 1 }, foreign: "team" })
        : useSchema(theirs, n, { values: { badge: n, team: [`t${n}`] }, wrong: { badge: "b" }, foreign: "level" }),
    ),
  );
  for (const { values, stored, outcomes } of results) {
    expect(stored).toEqual(values);
    expect(outcomes).toEqual({ created: 201, refused: 400, describesForeign: false, found: "invalidFilter" });
  }
});

interface Use<TValues> {
  readonly values: TValues;
  readonly wrong: { badge: string | number };
  /** An attribute of the other tenant. */
  readonly foreign: string;
}

/** Everything that depends on the schema, at once. */
async function useSchema<TValues extends { badge: string | number }>(
  { client, find }: TenantUnderTest,
  n: number,
  { values, wrong, foreign }: Use<TValues>,
) {
  const [created, refused, schema, found] = await Promise.all([
    client.send("POST", "/Users", { userName: `u${n}`, [urn]: { ...values, [foreign]: "x" } }),
    client.send("POST", "/Users", { userName: `w${n}`, [urn]: wrong }),
    client.send("GET", `/Schemas/${urn}`),
    find(`${urn}:${foreign} pr`),
  ]);
  const { body } = await client.send("GET", `/Users/${idOf(created)}`);
  const describesForeign = JSON.stringify(schema.body).includes(`"${foreign}"`);
  const outcomes = { created: created.status, refused: refused.status, describesForeign, found };
  return { values, stored: body?.[urn], outcomes };
}
