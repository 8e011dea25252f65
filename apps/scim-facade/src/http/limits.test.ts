import {
  MAX_BINARY_LENGTH,
  MAX_BULK_OPERATIONS,
  MAX_FILTER_DEPTH,
  MAX_FILTER_LENGTH,
  MAX_FILTER_TERMS,
  MAX_JSON_DEPTH,
  MAX_JSON_KEYS,
  MAX_MEMBERS_PER_REQUEST,
  MAX_PATCH_OPERATIONS,
  MAX_STRING_LENGTH,
  MAX_VALUES_PER_ATTRIBUTE,
} from "@rollcall/scim";
import { beforeAll, describe, expect, it } from "vitest";
import { useFacade } from "../conformance/use-facade.fixture.ts";
import { idOf, type ScimClient } from "../scim-client.fixture.ts";
import { MAX_BODY_BYTES, MAX_PAGE_SIZE, MAX_URL_LENGTH } from "./limits.ts";

const facade = useFacade();
let client: ScimClient;
let userPath: string;
let groupPath: string;
beforeAll(async () => {
  client = await facade().newClient();
  const userId = idOf(await client.send("POST", "/Users", { userName: "ada" }));
  userPath = `/Users/${userId}`;
  groupPath = `/Groups/${idOf(await client.send("POST", "/Groups", { displayName: "Staff", members: [{ value: userId }] }))}`;
});

/** Everything that a request here could change. */
const directory = () => Promise.all(["/Users", "/Groups"].map(async (path) => (await client.send("GET", path)).body));

const put = (attributes: object) => JSON.stringify({ userName: "ada", ...attributes });
const putGroup = (members: readonly object[]) => JSON.stringify({ displayName: "Staff", members });
const idFrom = (path: string) => path.slice(path.lastIndexOf("/") + 1);
const repeat = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);
const nested = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;
const padded = (bytes: number) => put({}).padEnd(bytes, " ");
const dataUri = (length: number) => "data:image/png;base64,".padEnd(length, "A");

/** A request of each kind that is `size` large in the way that is limited. */
type Sized = (size: number) => readonly [method: string, path: string, body?: string];

const filter =
  (write: (size: number) => string): Sized =>
  (size) => ["GET", `/Users?count=0&filter=${encodeURIComponent(write(size))}`];

const cases: Readonly<Record<string, readonly [limit: number, request: Sized, status: number, scimType?: string]>> = {
  "the bytes of a body": [MAX_BODY_BYTES, (size) => ["PUT", userPath, padded(size)], 413, "tooMany"],
  // One level is the user's own object.
  "the levels of JSON": [
    MAX_JSON_DEPTH,
    (size) => ["PUT", userPath, `{"userName":"ada","unknown":${nested(size - 1)}}`],
    400,
    "invalidSyntax",
  ],
  // One is the user's name, another the unknown attribute itself.
  "the keys of JSON": [
    MAX_JSON_KEYS,
    (size) => ["PUT", userPath, put({ unknown: repeat(size - 2, { a: 1 }) })],
    400,
    "invalidSyntax",
  ],
  "the values of an attribute": [
    MAX_VALUES_PER_ATTRIBUTE,
    (size) => ["PUT", userPath, put({ phoneNumbers: repeat(size, { value: "1" }) })],
    413,
    "tooMany",
  ],
  "the members that a request names": [
    MAX_MEMBERS_PER_REQUEST,
    (size) => ["PUT", groupPath, putGroup(repeat(size, { value: idFrom(userPath) }))],
    413,
    "tooMany",
  ],
  "the members that a PATCH names": [
    MAX_MEMBERS_PER_REQUEST,
    (size) => [
      "PATCH",
      groupPath,
      JSON.stringify({
        Operations: [{ op: "add", path: "members", value: repeat(size, { value: idFrom(userPath) }) }],
      }),
    ],
    413,
    "tooMany",
  ],
  "the characters of a string": [
    MAX_STRING_LENGTH,
    (size) => ["PUT", userPath, put({ title: "x".repeat(size) })],
    400,
    "invalidValue",
  ],
  "the characters of a string in a PATCH": [
    MAX_STRING_LENGTH,
    (size) => [
      "PATCH",
      userPath,
      JSON.stringify({ Operations: [{ op: "add", path: "name.givenName", value: "x".repeat(size) }] }),
    ],
    400,
    "invalidValue",
  ],
  "the characters of a photo": [
    MAX_BINARY_LENGTH,
    (size) => ["PUT", userPath, put({ photos: [{ value: dataUri(size), type: "photo" }] })],
    400,
    "invalidValue",
  ],
  "the operations of a PATCH": [
    MAX_PATCH_OPERATIONS,
    (size) => [
      "PATCH",
      userPath,
      JSON.stringify({ Operations: repeat(size, { op: "replace", path: "title", value: "x" }) }),
    ],
    413,
    "tooMany",
  ],
  "the operations of a bulk request": [
    MAX_BULK_OPERATIONS,
    (size) => [
      "POST",
      "/Bulk",
      JSON.stringify({ Operations: repeat(size, { method: "DELETE", path: "/Users/none" }) }),
    ],
    413,
    "tooMany",
  ],
  "the characters of a filter": [
    MAX_FILTER_LENGTH,
    filter((size) => `userName eq "${"x".repeat(size - 'userName eq ""'.length)}"`),
    400,
    "invalidFilter",
  ],
  "the levels of a filter": [
    MAX_FILTER_DEPTH,
    filter((size) => `${"(".repeat(size)}title pr${")".repeat(size)}`),
    400,
    "invalidFilter",
  ],
  "the comparisons in a filter": [
    MAX_FILTER_TERMS,
    filter((size) => repeat(size, "title pr").join(" or ")),
    400,
    "invalidFilter",
  ],
  "the characters of a URL": [
    MAX_URL_LENGTH,
    (size) => ["GET", `/Users?count=0&x=`.padEnd(size - "/scim".length, "x")],
    414,
  ],
};

describe("a limit", () => {
  it.each(Object.entries(cases))("of %s is kept to the last", async (_, [limit, request, status, scimType]) => {
    const [method, path, body] = request(limit);
    expect((await client.send(method, path, body)).status).toBe(200);
    const before = await directory();
    const [, pathBeyond, bodyBeyond] = request(limit + 1);
    const refused = await client.send(method, pathBeyond, bodyBeyond);
    expect([refused.status, refused.body?.["scimType"]]).toEqual([status, scimType]);
    expect(refused.body).toMatchObject({ schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"] });
    // What was sent is not sent back.
    expect(JSON.stringify(refused.body).length).toBeLessThan(400);
    expect(await directory()).toEqual(before);
  });

  it("that is exceeded by a value names its attribute", async () => {
    const { body } = await client.send(
      "PUT",
      userPath,
      put({ name: { familyName: "x".repeat(MAX_STRING_LENGTH + 1) } }),
    );
    expect(body?.["detail"]).toBe(`name.familyName is longer than ${MAX_STRING_LENGTH} characters.`);
  });

  it("is enforced as it is announced", async () => {
    const { body } = await client.send("GET", "/ServiceProviderConfig");
    expect(body).toMatchObject({
      bulk: { maxOperations: MAX_BULK_OPERATIONS, maxPayloadSize: MAX_BODY_BYTES },
      filter: { maxResults: MAX_PAGE_SIZE },
      pagination: { maxPageSize: MAX_PAGE_SIZE },
    });
  });
});
