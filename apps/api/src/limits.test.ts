import { readFileSync } from "node:fs";
import { MAX_FAILED_AUTHENTICATIONS_PER_MINUTE } from "@rollcall/http";
import { beforeAll, describe, expect, it } from "vitest";
import { useApi } from "./api.fixture.ts";
import { DEFAULT_RATE_LIMIT } from "./api-options.ts";
import { createTenant, type TenantUnderTest } from "./tenant.fixture.ts";

const page = readFileSync(`${import.meta.dirname}/../../../docs/limits.md`, "utf8");

/** The table of a section: what is limited, to how much, and how the answer beyond it begins. */
function limitsIn(section: string) {
  const text = page.split(/^## /m).find((part) => part.startsWith(`${section}\n`)) ?? "";
  const rows = [...text.matchAll(/^\| ([^|]+?) +\| ([\d,]+) +\| (\d+) `(\w+)` +\|$/gm)];
  return rows.map(([, what = "", limit = "", status, code]) => {
    return { what, limit: Number(limit.replaceAll(",", "")), status: Number(status), code };
  });
}

const api = useApi();
let tenant: TenantUnderTest;
let userId: string;
let groupPath: string;
beforeAll(async () => {
  tenant = await createTenant(api);
  const user = await api.call<{ id: string }>(`POST ${tenant.path}/users`, { json: { userName: "ada" } });
  userId = user.body.id;
  const group = await api.call<{ id: string }>(`POST ${tenant.path}/groups`, { json: { displayName: "Staff" } });
  groupPath = `${tenant.path}/groups/${group.body.id}`;
});

const repeat = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);
const condition = { attribute: "title", operator: "pr" };

function search(filter: unknown) {
  return api.call(`POST ${tenant.path}/users/search`, { json: { filter } });
}

function updateProfile(profile: object) {
  return api.call(`PATCH ${tenant.path}/users/${userId}`, { json: { profile } });
}

/** Conditions in as many lists as they need. */
function filterOf(conditions: number) {
  const lists = Array.from({ length: Math.ceil(conditions / 100) }, (_, n) => Math.min(100, conditions - n * 100));
  return { or: lists.map((count) => ({ or: repeat(count, condition) })) };
}

function nestedFilter(levels: number): object {
  return levels === 1 ? condition : { not: nestedFilter(levels - 1) };
}

const nestedLists = (levels: number) => "[".repeat(levels) + "]".repeat(levels);

/** A call of each kind that is `size` large in the way that is limited. */
const calls: Readonly<Record<string, (size: number) => ReturnType<typeof api.call>>> = {
  "Bytes of a body, also once decompressed": (size) =>
    api.call(`PATCH ${tenant.path}/users/${userId}`, { json: `{"profile":{}}`.padEnd(size) }),
  // The body itself is a level; of a batch, only the inputs of its calls are looked at.
  "Levels of JSON inside one another": (size) =>
    api.call("POST /trpc/users.update?batch=1", {
      json: `{"0":${JSON.stringify({ tenantId: tenant.id, userId, profile: {} })},"1":${nestedLists(size - 1)}}`,
    }),
  "Calls in one tRPC request": (size) =>
    api.call(
      `GET /trpc/${repeat(size, "tenants.list").join()}?batch=1&input=${JSON.stringify(Object.fromEntries(repeat(size, {}).entries()))}`,
    ),
  "Characters of an Idempotency-Key": (size) =>
    api.call("POST /api/v1/tenants", { json: { name: "Acme" }, headers: { "idempotency-key": "x".repeat(size) } }),
  "Items of a page": (size) => api.call(`GET ${tenant.path}/users?limit=${size}`),
  "Values of a look-up": (size) =>
    api.call(`POST ${tenant.path}/users/look-up`, { json: { by: "id", values: repeat(size, userId) } }),
  "Members that one call names": (size) =>
    api.call(`PUT ${groupPath}/members`, { json: { memberIds: repeat(size, userId) } }),
  "Conditions in a filter": (size) => search(filterOf(size)),
  "Levels of a filter": (size) => search(nestedFilter(size)),
  "Operands of one `and` or `or`": (size) => search({ and: repeat(size, condition) }),
  "Characters of a value in a filter": (size) =>
    search({ attribute: "title", operator: "eq", value: "x".repeat(size) }),
  "Characters of a search": (size) => api.call(`GET ${tenant.path}/users?search=${"x".repeat(size)}`),
  "Characters of an attribute of a user": (size) => updateProfile({ title: "x".repeat(size) }),
  "Values of an attribute of a user": (size) => updateProfile({ phoneNumbers: repeat(size, { value: "1" }) }),
};

const limits = limitsIn("One call of the internal API");

/** Everything that a call here could change but the number of tenants. */
const directory = () =>
  Promise.all(["users", "groups"].map(async (name) => (await api.call(`GET ${tenant.path}/${name}`)).body));

describe("docs/limits.md", () => {
  it("says what is enforced of a call", () => {
    expect(limits.map(({ what }) => what)).toEqual(Object.keys(calls));
  });

  it.each(limits)("has the last that is allowed: $what, $limit", async ({ what, limit, status, code }) => {
    const within = await calls[what]?.(limit);
    expect(within?.status).toBeLessThan(300);
    const before = await directory();
    const beyond = await calls[what]?.(limit + 1);
    expect([beyond?.status, beyond?.text.includes(`"code":"${code}"`)]).toEqual([status, true]);
    expect(await directory()).toEqual(before);
  });

  it("says how much one client may ask", () => {
    const rates = limitsIn("One client of the internal API").map(({ what, limit }) => [what, limit]);
    expect(rates).toEqual([
      ["Requests of a credential in a minute", DEFAULT_RATE_LIMIT],
      ["Failed authentications of a client address in a minute", MAX_FAILED_AUTHENTICATIONS_PER_MINUTE],
    ]);
  });
});
