import type { JsonObject } from "@rollcall/scim";
import { beforeAll, describe, expect, it } from "vitest";
import { idOf, type ScimClient } from "../scim-client.fixture.ts";
import { useFacade } from "./use-facade.fixture.ts";

const facade = useFacade();
let client: ScimClient;
let id: string;

const core = "urn:ietf:params:scim:schemas:core:2.0:User";
const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const names = ["u1", "u2", "u3", "u4", "u5"];

beforeAll(async () => {
  client = await facade().newClient();
  for (const userName of names) {
    const user = {
      userName,
      title: "T",
      name: { givenName: "G", familyName: "F" },
      emails: [{ value: `${userName}@x.io`, type: "work" }],
      [enterprise]: { department: "D", division: "V" },
      password: "secret",
    };
    id = idOf(await client.send("POST", "/Users", user));
  }
});

describe("pages", () => {
  it.each<[string, string, JsonObject, string[]]>([
    ["RFC 7644 §3.4.2 a list without parameters", "", { totalResults: 5, startIndex: 1, itemsPerPage: 5 }, names],
    [
      "RFC 7644 §3.4.2.4 the first page",
      "startIndex=1&count=2",
      { totalResults: 5, startIndex: 1, itemsPerPage: 2 },
      ["u1", "u2"],
    ],
    [
      "RFC 7644 §3.4.2.4 a page in the middle",
      "startIndex=3&count=2",
      { totalResults: 5, startIndex: 3, itemsPerPage: 2 },
      ["u3", "u4"],
    ],
    [
      "RFC 7644 §3.4.2.4 the last page, not full",
      "startIndex=5&count=2",
      { totalResults: 5, startIndex: 5, itemsPerPage: 1 },
      ["u5"],
    ],
    [
      "RFC 7644 §3.4.2.4 a page past the end",
      "startIndex=6&count=2",
      { totalResults: 5, startIndex: 6, itemsPerPage: 0 },
      [],
    ],
    ["RFC 7644 §3.4.2.4 a startIndex below 1 is 1", "startIndex=0&count=1", { startIndex: 1, itemsPerPage: 1 }, ["u1"]],
    [
      "RFC 7644 §3.4.2.4 a negative startIndex is 1",
      "startIndex=-7&count=1",
      { startIndex: 1, itemsPerPage: 1 },
      ["u1"],
    ],
    ["RFC 7644 §3.4.2.4 a count of 0 asks for the total", "count=0", { totalResults: 5, itemsPerPage: 0 }, []],
    ["RFC 7644 §3.4.2.4 a negative count is 0", "count=-1", { totalResults: 5, itemsPerPage: 0 }, []],
    [
      "RFC 7644 §3.4.2.4 a page of what a filter selects",
      "filter=userName%20gt%20%22u1%22&startIndex=2&count=2",
      { totalResults: 4, startIndex: 2, itemsPerPage: 2 },
      ["u3", "u4"],
    ],
  ])("%s", async (_name, query, ...[expected, userNames]) => {
    const { status, body } = await client.send("GET", `/Users?${query}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"], ...expected });
    expect(body?.["Resources"]).toMatchObject(userNames.map((userName) => ({ userName })));
  });

  it("RFC 7644 §3.4.2 a list that is empty is no error", async () => {
    const { status, body } = await client.send("GET", "/Groups");
    expect([status, body]).toEqual([200, expect.objectContaining({ totalResults: 0, Resources: [] })]);
  });
});

describe("projection", () => {
  const always = () => ({ schemas: [core, enterprise], id });
  it.each<[string, string, JsonObject]>([
    ["RFC 7644 §3.9 attributes, and what is always returned", "attributes=title", { title: "T" }],
    ["RFC 7644 §3.9 a sub-attribute", "attributes=name.givenName", { name: { givenName: "G" } }],
    ["RFC 7644 §3.9 a sub-attribute of several values", "attributes=emails.value", { emails: [{ value: "u5@x.io" }] }],
    ["RFC 7644 §3.9 names in any case, with spaces", "attributes=TITLE,%20username", { title: "T", userName: "u5" }],
    ["RFC 7644 §3.10 an attribute by its full URN", `attributes=${core}:title`, { title: "T" }],
    [
      "RFC 7644 §3.10 an attribute of an extension",
      `attributes=${enterprise}:department`,
      { [enterprise]: { department: "D" } },
    ],
    [
      "RFC 7644 §3.10 a whole extension",
      `attributes=${enterprise}`,
      { [enterprise]: { department: "D", division: "V" } },
    ],
    ["RFC 7644 §3.9 an unknown attribute is not there", "attributes=shoeSize", {}],
    ["RFC 7643 §7 a password is never returned", "attributes=password", {}],
    [
      "RFC 7644 §3.9 excludedAttributes",
      `excludedAttributes=name,emails,meta,active,userName,${enterprise}`,
      { title: "T" },
    ],
    [
      "RFC 7644 §3.9 what is always returned cannot be excluded",
      `excludedAttributes=id,schemas,name,emails,meta,active,userName,${enterprise}:division`,
      { title: "T", [enterprise]: { department: "D" } },
    ],
  ])("%s", async (_name, query, expected) => {
    const one = await client.send("GET", `/Users/${id}?${query}`);
    expect(one.body).toEqual({ ...always(), ...expected });
    const list = await client.send("GET", `/Users?startIndex=5&${query}`);
    expect(list.body?.["Resources"]).toEqual([one.body]);
  });

  it("RFC 7644 §3.9 attributes and excludedAttributes together are refused", async () => {
    expect((await client.send("GET", `/Users/${id}?attributes=id&excludedAttributes=id`)).status).toBe(400);
  });

  it("RFC 7644 §3.9 a reply to POST and PUT has what is asked for", async () => {
    const created = await client.send("POST", "/Groups?attributes=displayName", {
      displayName: "Team",
      externalId: "1",
    });
    const group = { schemas: ["urn:ietf:params:scim:schemas:core:2.0:Group"], id: idOf(created), displayName: "Team" };
    expect(created.body).toEqual(group);
    const put = await client.send("PUT", `/Groups/${group.id}?excludedAttributes=meta,members`, {
      displayName: "Team",
    });
    expect(put.body).toEqual(group);
  });
});
