import { createGroup, createUser } from "@rollcall/domain";
import { beforeAll, describe, expect, it } from "vitest";
import { useFacade } from "./conformance/use-facade.fixture.ts";

const facade = useFacade();
const MEMBERS = 3_500;
const actor = { kind: "system" } as const;
let path: string;
let headers: Record<string, string>;
let memberIds: readonly string[];

beforeAll(async () => {
  const { tenant, connection, token } = await facade().newTenant();
  const { users, groups } = facade().database.openDirectory(tenant.id);
  const from = { origin: "idp", connectionId: connection.id, actor } as const;
  const names = Array.from({ length: MEMBERS }, (_, index) => `user-${index}`);
  const made = await Promise.all(
    names.map((userName) =>
      createUser(users, { ...from, draft: { userName, externalId: null, active: true, profile: {} } }),
    ),
  );
  memberIds = made.map(({ id }) => id).toSorted();
  const rules = { uniqueNames: false, unknownMembers: "refuse", onSkipped: () => undefined } as const;
  const draft = { displayName: "Everybody", externalId: null };
  const group = await createGroup(groups, { ...from, draft, memberIds, rules });
  path = `${facade().url}/Groups/${group.id}`;
  headers = { Authorization: `Bearer ${token}` };
}, 120_000);

describe("a group of thousands", () => {
  it("is answered in pieces that are one JSON text, with every member once", async () => {
    const response = await fetch(path, { headers });
    expect(response.headers.get("Content-Length")).toBeNull();
    expect(response.headers.get("ETag")).toBe('W/"1"');
    const group = JSON.parse(await response.text());
    expect(group).toMatchObject({ displayName: "Everybody", meta: { resourceType: "Group" } });
    expect(group.members.map(({ value }: { value: string }) => value)).toEqual(memberIds);
  });

  it("is answered without its body to HEAD, and with less when less is asked for", async () => {
    const head = await fetch(path, { headers, method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
    const named = await fetch(`${path}?attributes=members.value`, { headers });
    const { members, ...rest } = JSON.parse(await named.text());
    expect(members).toEqual(memberIds.map((value) => ({ value })));
    expect(Object.keys(rest).toSorted()).toEqual(["id", "schemas"]);
  });

  it("is not a fault of ours when the client goes away in the middle", async () => {
    const before = facade().log.length;
    const leaving = new AbortController();
    const response = await fetch(path, { headers, signal: leaving.signal });
    await response.body?.getReader().read();
    leaving.abort();
    expect((await fetch(path, { headers, method: "HEAD" })).status).toBe(200);
    expect(facade().log.slice(before)).toEqual([]);
  });
});
