import type { Scene } from "../scenario.ts";

interface Page {
  readonly nextCursor: string | null;
}

const people = [
  {
    userName: "ada",
    externalId: "e1",
    profile: { displayName: "Ada", emails: [{ value: "Ada@acme.com" }], title: "B" },
  },
  { userName: "Bob", active: false, profile: { name: { familyName: "Adams" }, emails: [{ value: "bob@acme.com" }] } },
  { userName: "cleo", profile: { title: "a", userType: "" } },
  {
    userName: "ｄａｎ",
    externalId: "E1",
    profile: { title: "𝒞", emails: [{ value: "x@a" }, { value: "d@a", primary: true }] },
  },
  { userName: "eve", profile: { title: "\uffee", enterprise: { department: "Sales" } } },
];

const filters = [
  { attribute: "userName", operator: "eq", value: "DAN" },
  { attribute: "externalId", operator: "eq", value: "e1" },
  { attribute: "externalId", operator: "ne", value: "e1" },
  { attribute: "active", operator: "eq", value: false },
  { attribute: "emails.value", operator: "co", value: "ACME" },
  { attribute: "title", operator: "pr" },
  { attribute: "userType", operator: "pr" },
  { attribute: "userType", operator: "eq", value: "" },
  { attribute: "title", operator: "ge", value: "b" },
  { not: { attribute: "name.familyName", operator: "sw", value: "ad" } },
  {
    or: [
      { attribute: "userName", operator: "ew", value: "EO" },
      {
        and: [
          { attribute: "title", operator: "pr" },
          { attribute: "externalId", operator: "eq", value: null },
        ],
      },
    ],
  },
  { attribute: "createdAt", operator: "gt", value: "2020-01-01T00:00:00Z" },
  { attribute: "userName", operator: "eq", value: 5 },
  { attribute: "nothing", operator: "pr" },
];

/** Filters, sorting, paging, counting and look-ups. */
export async function playLists({ call, path }: Scene): Promise<void> {
  const ids: string[] = [];
  for (const json of people) ids.push((await call(`POST ${path}/users`, { json })).id);
  for (const filter of filters) {
    await call(`POST ${path}/users/search`, { json: { filter, withTotal: true } });
    await call(`POST ${path}/users/count`, { json: { filter } });
  }
  for (const sortBy of ["title", "userName", "emails.value", "active", "createdAt", "externalId"]) {
    for (const sortDirection of ["ascending", "descending"]) {
      await readAll({ call }, `GET ${path}/users?limit=2&sortBy=${sortBy}&sortDirection=${sortDirection}`);
    }
  }
  await readAll({ call }, `GET ${path}/users?limit=2&withTotal=true`);
  for (const query of ["search=ADA", "userName=BOB", "externalId=E1", "email=BOB@acme.com", "active=true", "limit=1"]) {
    await call(`GET ${path}/users?${query}`);
  }
  await call(`POST ${path}/users/count`, { json: {} });
  await call(`POST ${path}/users/look-up`, { json: { by: "userName", values: ["ADA", "nobody", "dan"] } });
  await call(`POST ${path}/users/look-up`, { json: { by: "externalId", values: ["e1", "E2"] } });
  await call(`POST ${path}/users/look-up`, { json: { by: "email", values: ["ADA@ACME.COM", "d@a"] } });
  await call(`POST ${path}/users/look-up`, { json: { by: "id", values: [...ids.toReversed(), "no id"] } });
  for (const displayName of ["Staff", "crew", "Board"]) {
    await call(`POST ${path}/groups`, { json: { displayName, memberIds: ids.slice(0, displayName.length - 3) } });
  }
  await readAll({ call }, `GET ${path}/groups?limit=2&sortBy=displayName&withTotal=true`);
  await call(`GET ${path}/groups?search=R`);
  const memberOf = { attribute: "members.value", operator: "eq", value: ids[0] };
  await call(`POST ${path}/groups/search`, { json: { filter: memberOf, sortBy: "displayName" } });
  await call(`POST ${path}/groups/look-up`, { json: { by: "displayName", values: ["CREW", "none"] } });
  await call(`POST ${path}/groups/count`, {
    json: { filter: { attribute: "displayName", operator: "co", value: "a" } },
  });
}

async function readAll({ call }: Pick<Scene, "call">, route: string): Promise<void> {
  for (let cursor: string | null = ""; cursor !== null;) {
    const page: Page = await call<Page>(cursor === "" ? route : `${route}&cursor=${cursor}`);
    cursor = page.nextCursor ?? null;
  }
}
