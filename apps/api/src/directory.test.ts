import { createGroup, createUser, type Group, strictGroupRules, type User } from "@rollcall/domain";
import { beforeAll, describe, expect, it } from "vitest";
import { useApi } from "./api.fixture.ts";

const api = useApi();
const actor = { kind: "system" } as const;
const unknownId = "01935f20-1111-7222-8333-944455556666";

interface Page {
  readonly items: readonly { readonly id: string }[];
  readonly nextCursor: string | null;
  readonly total?: number;
}

let path: string;
let otherPath: string;
let users: readonly User[];
let group: Group;

beforeAll(async () => {
  path = await newTenantPath();
  otherPath = await newTenantPath();
  const directory = api.database.openDirectory(path.split("/")[4] ?? "");
  const [connection] = await directory.connections.list();
  const connectionId = connection?.id ?? null;
  const origin = "idp";
  users = await Promise.all(
    ["Ada@Example.com", "bob@example.com", "cy@example.com"].map((userName, index) =>
      createUser(directory.users, {
        draft: {
          userName,
          externalId: `00u${index}`,
          active: index !== 1,
          profile: {
            name: { givenName: "Ann", familyName: `Lovelace ${index}` },
            emails: [{ value: `mail-${userName}`, type: "work", primary: true }],
          },
        },
        origin,
        connectionId,
        actor,
      }),
    ),
  );
  users = users.toSorted((left, right) => (left.id < right.id ? -1 : 1));
  const memberIds = users.map(({ id }) => id);
  const draft = { displayName: "Engineering", externalId: null };
  group = await createGroup(directory.groups, {
    draft,
    memberIds,
    origin,
    connectionId,
    actor,
    rules: strictGroupRules,
  });
});

async function newTenantPath(): Promise<string> {
  const { body } = await api.call<{ id: string }>("POST /api/v1/tenants", { json: { name: "Acme" } });
  return `/api/v1/tenants/${body.id}`;
}

/** The ids in all pages of a list. */
async function readAll(route: string): Promise<readonly string[]> {
  const ids: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const { body }: { body: Page } = await api.call<Page>(`${route}&cursor=${cursor}`);
    ids.push(...body.items.map(({ id }) => id));
    cursor = body.nextCursor;
  }
  return ids;
}

describe("/tenants", () => {
  it("gets, renames and lists tenants", async () => {
    const created = await newTenantPath();
    expect(await api.call(`PATCH ${created}`, { json: { name: " Initech " } })).toMatchObject({ status: 200 });
    expect((await api.call(`GET ${created}`)).body).toMatchObject({ name: "Initech" });
    expect(await readAll("GET /api/v1/tenants?limit=2")).toContain(created.split("/")[4]);
  });
});

describe("/tenants/{tenantId}/connections", () => {
  it("creates, gets, changes and lists connections", async () => {
    const tenant = await newTenantPath();
    const json = { name: "Entra", identityProvider: "entra" };
    const created = await api.call<{ id: string }>(`POST ${tenant}/connections`, { json });
    expect(created).toMatchObject({ status: 201, body: { ...json, state: "active" } });
    const paused = await api.call(`PATCH ${tenant}/connections/${created.body.id}`, { json: { state: "paused" } });
    expect(paused.body).toMatchObject({ ...json, state: "paused" });
    expect((await api.call(`GET ${tenant}/connections/${created.body.id}`)).body).toEqual(paused.body);
    const list = await api.call<Page>(`GET ${tenant}/connections`);
    expect(list.body.items.map(({ id }) => id).at(-1)).toBe(created.body.id);
    expect(list.body.items).toHaveLength(2);
  });
});

describe("/tenants/{tenantId}/users", () => {
  it("gets a user with profile and groups", async () => {
    const [ada] = users;
    const { body } = await api.call(`GET ${path}/users/${ada?.id}`);
    expect(body).toEqual({
      ...ada,
      groups: [{ id: group.id, displayName: "Engineering", type: "direct" }],
      createdAt: ada?.createdAt.toISOString(),
      updatedAt: ada?.updatedAt.toISOString(),
    });
  });

  it("lists a user's groups", async () => {
    const { body } = await api.call(`GET ${path}/users/${users[0]?.id}/groups`);
    expect(body).toEqual({ items: [{ id: group.id, displayName: "Engineering", type: "direct" }] });
  });

  it("reads all users once, page by page, and counts them only when asked", async () => {
    expect(await readAll(`GET ${path}/users?limit=1`)).toEqual(users.map(({ id }) => id));
    expect((await api.call<Page>(`GET ${path}/users`)).body).not.toHaveProperty("total");
    expect((await api.call<Page>(`GET ${path}/users?limit=1&withTotal=true`)).body.total).toBe(3);
  });

  it.each([
    ["userName=ada@EXAMPLE.com", ["Ada@Example.com"]],
    ["externalId=00u1", ["bob@example.com"]],
    ["externalId=00U1", []],
    ["email=MAIL-cy@example.com", ["cy@example.com"]],
    ["active=false", ["bob@example.com"]],
    ["active=true&search=LOVELACE", ["Ada@Example.com", "cy@example.com"]],
    ["search=%25", []],
    ["userName=", ["Ada@Example.com", "bob@example.com", "cy@example.com"]],
  ])("finds by ?%s", async (query, expected) => {
    const { body } = await api.call<{ items: { userName: string }[] }>(`GET ${path}/users?${query}`);
    expect(body.items.map(({ userName }) => userName).toSorted()).toEqual(expected);
  });
});

describe("/tenants/{tenantId}/groups", () => {
  it("gets, finds and searches groups, without their members", async () => {
    const { body } = await api.call(`GET ${path}/groups/${group.id}`);
    expect(body).toMatchObject({ id: group.id, displayName: "Engineering", version: 1 });
    expect(body).not.toHaveProperty("members");
    expect((await api.call(`GET ${path}/groups?displayName=ENGINEERING`)).body).toMatchObject({ items: [body] });
    expect((await api.call(`GET ${path}/groups?search=gineer&withTotal=true`)).body).toMatchObject({ total: 1 });
    expect((await api.call(`GET ${path}/groups?search=sales`)).body).toMatchObject({ items: [] });
  });

  it("reads all members once, page by page", async () => {
    expect(await readAll(`GET ${path}/groups/${group.id}/members?limit=2`)).toEqual(users.map(({ id }) => id));
  });
});

describe("/tenants/{tenantId}/events", () => {
  it("reads the feed after a sequence, and says where to go on", async () => {
    await api.database.sequencer.numberEvents(path.split("/")[4] ?? "", 1_000);
    const all = await api.call<{ items: { sequence: number; type: string }[]; nextCursor: number }>(
      `GET ${path}/events`,
    );
    const count = all.body.items.length;
    expect(all.body.items.map(({ sequence }) => sequence)).toEqual(Array.from({ length: count }, (_, i) => i + 1));
    expect(all.body.items[0]?.type).toBe("tenant.created");
    expect(all.body.nextCursor).toBe(count);
    expect((await api.call(`GET ${path}/events?after=${count}`)).body).toEqual({ items: [], nextCursor: count });
    expect((await api.call(`GET ${path}/events?after=1&limit=1`)).body).toMatchObject({
      items: [{ sequence: 2, type: "connection.created" }],
      nextCursor: 2,
    });
  });

  it("names only events of the wanted types, one or several", async () => {
    const one = await api.call<Page>(`GET ${path}/events?types=group.created`);
    expect(one.body.items).toHaveLength(1);
    const two = await api.call<Page>(`GET ${path}/events?types=group.created&types=user.created`);
    expect(two.body.items).toHaveLength(4);
    expect(await api.call(`GET ${path}/events?types=user.exploded`)).toMatchObject({ status: 400 });
  });
});

describe("another tenant's resource", () => {
  it.each(["users", "groups", "connections"])("is the same 404 as none: %s", async (kind) => {
    const own = { users: users[0]?.id, groups: group.id, connections: users[0]?.connectionId }[kind] ?? "";
    const foreign = await api.call(`GET ${otherPath}/${kind}/${own}`);
    const unknown = await api.call(`GET ${otherPath}/${kind}/${unknownId}`);
    expect(foreign.status).toBe(404);
    expect(withoutIds(foreign.text)).toBe(withoutIds(unknown.text));
    expect((await api.call(`GET ${path}/${kind}/${own}`)).status).toBe(200);
  });

  it("is in no list", async () => {
    expect((await api.call<Page>(`GET ${otherPath}/users?userName=ada@example.com`)).body.items).toEqual([]);
    expect((await api.call<Page>(`GET ${otherPath}/groups`)).body.items).toEqual([]);
    expect(await api.call(`GET ${otherPath}/groups/${group.id}/members`)).toMatchObject({ status: 404 });
  });

  it("an unknown tenant has nothing at all", async () => {
    for (const list of ["", "/users", "/groups", "/connections", "/tokens", "/events"]) {
      const answer = await api.call(`GET /api/v1/tenants/${unknownId}${list}`);
      expect(answer).toMatchObject({ status: 404, body: { code: "not_found" } });
    }
  });
});

function withoutIds(text: string): string {
  return text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "…");
}
