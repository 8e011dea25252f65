import { Connection } from "pg";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { useApi } from "./api.fixture.ts";
import { createTenant, type TenantUnderTest } from "./tenant.fixture.ts";

/** How many statements an answer costs must not depend on how much is in it. */
const api = useApi();
const parse = vi.spyOn(Connection.prototype, "parse");
const bind = vi.spyOn(Connection.prototype, "bind");
const PEOPLE = 150;

let tenant: TenantUnderTest;
let ids: readonly string[];

beforeAll(async () => {
  tenant = await createTenant(api);
  const users = await Promise.all(Array.from({ length: PEOPLE }, (_, index) => tenant.pushUser(`user-${index}`)));
  ids = users.map(({ id }) => id);
  await tenant.pushGroup("Everybody", ids);
});

// The key's verdict is remembered for a second; here it is always asked for again.
beforeEach(() => new Promise((resolve) => setTimeout(resolve, 1_100)));

/** The statements of one call that read or write a table. */
async function statementsOf(route: string, json?: object): Promise<readonly string[]> {
  const before = bind.mock.calls.length;
  expect(await api.call(route, { json })).toMatchObject({ status: 200 });
  return boundTexts()
    .slice(before)
    .filter((text) => /\b(from|into|update)\b/i.test(text) && !/api_key/.test(text));
}

/** The text of each statement that was run. Connections parse one with a name only once. */
function boundTexts(): readonly string[] {
  const texts = new Map<string, string>();
  const parsed = parse.mock.calls.map(([{ name, text }], index) => {
    return { name, text, order: parse.mock.invocationCallOrder[index] ?? 0 };
  });
  return bind.mock.calls.map(([config], index) => {
    const order = bind.mock.invocationCallOrder[index] ?? 0;
    while (parsed[0] !== undefined && parsed[0].order < order) {
      texts.set(parsed[0].name, parsed[0].text);
      parsed.shift();
    }
    return texts.get(config?.statement ?? "") ?? "";
  });
}

describe("the number of SQL statements", () => {
  it("of a page is the same for one user and for 100, groups included", async () => {
    const one = await statementsOf(`GET ${tenant.path}/users?limit=1`);
    const hundred = await statementsOf(`GET ${tenant.path}/users?limit=100`);
    expect(hundred).toHaveLength(one.length);
    // The tenant, and the page.
    expect(hundred).toHaveLength(2);
  });

  it("of a look-up is one for one id and one for 1,000, beside the tenant's", async () => {
    const many = [...ids, ...Array.from({ length: 1_000 - PEOPLE }, () => crypto.randomUUID())];
    for (const values of [many.slice(0, 1), many]) {
      const statements = await statementsOf(`POST ${tenant.path}/users/look-up`, { by: "id", values });
      expect(statements.filter((text) => /\busers\b/.test(text))).toHaveLength(1);
      expect(statements).toHaveLength(2);
    }
  });

  it("of a group's members is the same for one and for 100", async () => {
    const { body } = await api.call<{ items: { id: string }[] }>(`GET ${tenant.path}/groups`);
    const path = `GET ${tenant.path}/groups/${body.items[0]?.id}/members`;
    const one = await statementsOf(`${path}?limit=1`);
    expect(await statementsOf(`${path}?limit=100`)).toHaveLength(one.length);
  });
});
