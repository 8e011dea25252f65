import { createUser } from "@rollcall/domain";
import {
  evaluateFilter,
  extendResourceType,
  type JsonObject,
  parseFilter,
  resolveFilter,
  userType,
} from "@rollcall/scim";
import fc from "fast-check";
import { expect, it } from "vitest";
import { schemaToScim } from "../mapper/schema-to-scim.ts";
import { userToScim } from "../mapper/user-to-scim.ts";
import { actor, allAttributes, urn, useTenants } from "./extension.fixture.ts";

const TEXTS = ["a", "A", "ab", "B%", "b_", "Straße", "İ", "10", "é", "e\u0301", '"'];
const USERS = 40;
const RUNS = 400;
const tenants = useTenants();

const text = fc.constantFrom(...TEXTS);
const number = fc.integer({ min: -2, max: 2 });
const time = fc.constantFrom("2024-01-01T00:00:00.000Z", "2024-01-01T00:00:00.001Z", "2025-06-01T12:00:00.000Z");

const values: fc.Arbitrary<JsonObject> = fc.record(
  {
    badge: text,
    code: text,
    level: number,
    rate: number.map((n) => n / 4),
    remote: fc.boolean(),
    hired: time,
    tags: fc.array(text, { minLength: 1, maxLength: 3 }),
    locker: fc.record({ number, floor: text }, { requiredKeys: ["number"] }),
    cards: fc.array(fc.record({ value: text, kind: text, primary: fc.boolean() }, { requiredKeys: ["value"] }), {
      minLength: 1,
      maxLength: 3,
    }),
  },
  { requiredKeys: [] },
);

const equality = ["eq", "ne"];
const order = [...equality, "gt", "ge", "lt", "le"];
const words = [...order, "co", "sw", "ew"];

const quoted = text.map((value) => JSON.stringify(value));
const comparison = fc.oneof(
  compare(["badge", "code", "tags", "tags.value", "locker.floor", "cards", "cards.value", "cards.kind"], words, quoted),
  compare(["level", "rate", "locker.number"], order, number.map(String)),
  compare(
    ["hired"],
    order,
    time.map((value) => JSON.stringify(value)),
  ),
  compare(["remote", "cards.primary"], equality, fc.boolean().map(String)),
  fc.constantFrom("badge", "tags", "locker", "cards", "cards.kind").map((name) => `${urn}:${name} pr`),
  fc
    .tuple(fc.constantFrom("sw", "ew", "eq"), quoted, quoted)
    .map(([operator, left, right]) => `${urn}:tags[value ${operator} ${left} or not (value co ${right})]`),
  fc.tuple(quoted, quoted).map(([left, right]) => `${urn}:cards[kind eq ${left} and value ne ${right}]`),
);
const filter = fc.oneof(
  comparison,
  comparison.map((one) => `not (${one})`),
  fc
    .tuple(comparison, fc.constantFrom("and", "or"), comparison)
    .map(([left, join, right]) => `${left} ${join} ${right}`),
);

function compare(paths: string[], operators: string[], literal: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...paths), fc.constantFrom(...operators), literal)
    .map(([path, operator, value]) => `${urn}:${path} ${operator} ${value}`);
}

it("the two interpreters of filters agree on extension attributes", async () => {
  const { define, directory, find } = await tenants.newTenant();
  await define(allAttributes);
  const type = extendResourceType(userType, (await directory.extensionSchemas.list()).map(schemaToScim));
  const resources: JsonObject[] = [];
  for (const [n, extension] of fc.sample(values, { numRuns: USERS, seed: 1 }).entries()) {
    const profile = Object.keys(extension).length === 0 ? {} : { extensions: { [urn]: extension } };
    const draft = { userName: `u${n}`, externalId: null, active: true, profile };
    const user = await createUser(directory.users, { draft, origin: "idp", connectionId: null, actor });
    resources.push(userToScim(user, "https://scim.example"));
  }
  await fc.assert(
    fc.asyncProperty(filter, async (text) => {
      const resolved = resolveFilter(type, parseFilter(text));
      const expected = resources.filter((resource) => evaluateFilter(resolved, resource));
      expect(await find(text)).toEqual(expected.map(({ userName }) => userName));
    }),
    { numRuns: RUNS },
  );
});
