import { beforeAll, describe, expect, it } from "vitest";
import { useApi } from "./api.fixture.ts";
import { createTenant, type TenantUnderTest } from "./tenant.fixture.ts";

const api = useApi();
let tenant: TenantUnderTest;

interface UserPage {
  readonly items: readonly { readonly id: string; readonly userName: string }[];
  readonly nextCursor: string | null;
  readonly total?: number;
}

beforeAll(async () => {
  tenant = await createTenant(api);
  for (const [index, userName] of ["Ada", "bob", "Cy", "dan", "eve"].entries()) {
    await tenant.pushUser(userName, {
      externalId: `00u${index}`,
      active: index !== 1,
      profile: {
        displayName: userName,
        name: { familyName: index < 2 ? "Smith" : `Jones ${index}` },
        emails: [{ value: `${userName}@example.com`, type: "work", primary: true }],
        ...(index > 2 && { enterprise: { department: "Sales" } }),
      },
    });
  }
});

const search = (json: object) => api.call<UserPage>(`POST ${tenant.path}/users/search`, { json });
const names = ({ items }: UserPage) => items.map(({ userName }) => userName);

describe("a filter", () => {
  it.each([
    [{ attribute: "userName", operator: "eq", value: "ADA" }, ["Ada"]],
    [{ attribute: "emails.value", operator: "sw", value: "B" }, ["bob"]],
    [{ attribute: "name.familyName", operator: "co", value: "ones" }, ["Cy", "dan", "eve"]],
    [{ attribute: "active", operator: "eq", value: false }, ["bob"]],
    [{ attribute: "enterprise.department", operator: "pr" }, ["dan", "eve"]],
    [{ not: { attribute: "enterprise.department", operator: "pr" } }, ["Ada", "bob", "Cy"]],
    [{ attribute: "createdAt", operator: "gt", value: "2001-01-01T00:00:00Z" }, ["Ada", "bob", "Cy", "dan", "eve"]],
    [
      {
        and: [
          { attribute: "name.familyName", operator: "eq", value: "smith" },
          {
            or: [
              { attribute: "active", operator: "eq", value: true },
              { attribute: "externalId", operator: "eq", value: "nobody" },
            ],
          },
        ],
      },
      ["Ada"],
    ],
  ])("%j finds %j", async (filter, found) => {
    const { status, body } = await search({ filter, withTotal: true });
    expect([status, names(body), body.total]).toEqual([200, found, found.length]);
    const { body: count } = await api.call(`POST ${tenant.path}/users/count`, { json: { filter } });
    expect(count).toEqual({ total: found.length });
  });

  it.each([
    ["an unknown attribute", { attribute: "password", operator: "eq", value: "x" }],
    ["an extension nobody defined", { attribute: "urn:acme:1.0:User:badge", operator: "eq", value: "x" }],
    ["an unknown operator", { attribute: "userName", operator: "like", value: "x" }],
    ["a value of another type", { attribute: "active", operator: "eq", value: "yes" }],
    ["an order of booleans", { attribute: "active", operator: "gt", value: true }],
    ["a time that is none", { attribute: "createdAt", operator: "gt", value: "yesterday" }],
    ["nothing to combine", { and: [] }],
    ["two things at once", { not: { and: [] }, attribute: "userName" }],
    ["too deep", nested(30)],
    ["too many conditions", { or: times(3, () => ({ or: times(100, () => eq("x")) })) }],
  ])("with %s is refused", async (_, filter) => {
    expect(await search({ filter })).toMatchObject({ status: 400, body: { code: "invalid_input" } });
  });

  it("looks for values as they are, whatever they contain", async () => {
    for (const value of ["%", "_", "' or 1=1 --", "\\", "${7*7}"]) {
      const { status, body } = await search({ filter: { attribute: "userName", operator: "co", value } });
      expect([value, status, names(body)]).toEqual([value, 200, []]);
    }
  });

  it("knows the tenant's own extension schemas", async () => {
    const urn = "urn:acme:1.0:User";
    const attributes = [{ name: "badge", type: "string", description: "" }];
    const defined = await api.call(`PUT ${tenant.path}/schemas/${encodeURIComponent(urn)}`, {
      json: { name: "Acme", description: "", attributes },
    });
    expect(defined.status).toBe(200);
    await tenant.pushUser("fay", { profile: { extensions: { [urn]: { badge: "B-7" } } } });
    const { body } = await search({ filter: { attribute: `${urn}:badge`, operator: "eq", value: "b-7" } });
    expect(names(body)).toEqual(["fay"]);
  });
});

describe("order and pages", () => {
  it("are stable, each item once, in either direction", async () => {
    for (const sortDirection of ["ascending", "descending"]) {
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const filter = { attribute: "externalId", operator: "pr" };
        const { body } = await search({ filter, sortBy: "userName", sortDirection, limit: 2, cursor });
        found.push(...names(body));
        cursor = body.nextCursor ?? undefined;
      } while (cursor !== undefined);
      const ascending = ["Ada", "bob", "Cy", "dan", "eve"];
      expect(found).toEqual(sortDirection === "ascending" ? ascending : ascending.toReversed());
    }
  });

  it("can be asked for in a list too, and only by what can be ordered", async () => {
    const { body } = await api.call<UserPage>(
      `GET ${tenant.path}/users?sortBy=userName&sortDirection=descending&limit=1`,
    );
    expect(names(body)).toEqual(["fay"]);
    expect(await api.call(`GET ${tenant.path}/users?sortBy=groups`)).toMatchObject({ status: 400 });
  });
});

describe("a look-up of many", () => {
  const lookUp = (by: string, values: readonly string[]) =>
    api.call<UserPage & { missing: string[] }>(`POST ${tenant.path}/users/look-up`, { json: { by, values } });

  it.each([
    ["userName", ["ADA", "bob", "zoe"], ["Ada", "bob"], ["zoe"]],
    ["externalId", ["00u2", "00U3"], ["Cy"], ["00U3"]],
    ["email", ["DAN@example.com", "zoe@example.com"], ["dan"], ["zoe@example.com"]],
    [
      "id",
      ["not an id", "01935f20-1111-7222-8333-944455556666"],
      [],
      ["not an id", "01935f20-1111-7222-8333-944455556666"],
    ],
  ])("by %s finds whom it can and names the others", async (...[by, values, found, missing]) => {
    const { status, body } = await lookUp(by, values);
    expect([status, names(body), body.missing]).toEqual([200, found, missing]);
  });

  it("takes 1,000 values and no more", async () => {
    const values = Array.from({ length: 1_001 }, (_, index) => `nobody-${index}`);
    expect(await lookUp("userName", values)).toMatchObject({ status: 400 });
    expect((await lookUp("userName", values.slice(1))).body.missing).toHaveLength(1_000);
  });

  it("finds groups by their names", async () => {
    const { id } = await tenant.pushGroup("Sales");
    const answer = await api.call(`POST ${tenant.path}/groups/look-up`, {
      json: { by: "displayName", values: ["sales", "Nobody"] },
    });
    expect(answer).toMatchObject({ body: { items: [{ id }], missing: ["Nobody"] } });
    const filter = { attribute: "displayName", operator: "sw", value: "sa" };
    expect(await api.call(`POST ${tenant.path}/groups/search`, { json: { filter } })).toMatchObject({
      body: { items: [{ id }] },
    });
    expect(await api.call(`POST ${tenant.path}/groups/count`, { json: {} })).toMatchObject({ body: { total: 1 } });
  });
});

function times<TItem>(length: number, make: () => TItem): TItem[] {
  return Array.from({ length }, make);
}

function eq(value: string) {
  return { attribute: "userName", operator: "eq", value };
}

function nested(depth: number): object {
  return depth === 0 ? eq("x") : { not: nested(depth - 1) };
}
