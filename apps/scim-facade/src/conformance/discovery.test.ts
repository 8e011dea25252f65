import type { JsonObject } from "@rollcall/scim";
import { beforeAll, describe, expect, it } from "vitest";
import type { ScimClient } from "../scim-client.fixture.ts";
import { useFacade } from "./use-facade.fixture.ts";

const facade = useFacade();
let client: ScimClient;
beforeAll(async () => {
  client = await facade().newClient();
});

const user = "urn:ietf:params:scim:schemas:core:2.0:User";
const group = "urn:ietf:params:scim:schemas:core:2.0:Group";
const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

async function read(path: string): Promise<JsonObject> {
  const { status, body } = await client.send("GET", path);
  expect(status).toBe(200);
  return body ?? {};
}

describe("discovery", () => {
  it("RFC 7643 §5 the configuration announces what is there", async () => {
    expect(await read("/ServiceProviderConfig")).toMatchObject({
      schemas: ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
      patch: { supported: true },
      bulk: { supported: true },
      filter: { supported: true, maxResults: 1_000 },
      changePassword: { supported: false },
      etag: { supported: true },
      authenticationSchemes: [{ type: "oauthbearertoken", name: expect.any(String), description: expect.any(String) }],
      meta: { resourceType: "ServiceProviderConfig", location: `${facade().url}/ServiceProviderConfig` },
    });
  });

  it("RFC 7643 §5 a page is never larger than the announced maximum", async () => {
    const { body } = await client.send("GET", "/Users?count=1000000");
    expect(body?.["itemsPerPage"]).toBe(0);
    const config = await read("/ServiceProviderConfig");
    expect(config["pagination"]).toMatchObject({ index: true, maxPageSize: Object(config["filter"]).maxResults });
  });

  it("RFC 7643 §6 the resource types, as a list and one by one", async () => {
    const list = await read("/ResourceTypes");
    expect(list["schemas"]).toEqual(["urn:ietf:params:scim:api:messages:2.0:ListResponse"]);
    expect(list["Resources"]).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: "User", name: "User", endpoint: "/Users", schema: user }),
        expect.objectContaining({ id: "Group", name: "Group", endpoint: "/Groups", schema: group }),
      ]),
    );
    expect(await read("/ResourceTypes/User")).toMatchObject({
      schemas: ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"],
      schemaExtensions: expect.arrayContaining([{ schema: enterprise, required: false }]),
      meta: { resourceType: "ResourceType", location: `${facade().url}/ResourceTypes/User` },
    });
  });

  it("RFC 7643 §7 the schemas, as a list and one by one", async () => {
    const list = await read("/Schemas");
    const resources = Array.isArray(list["Resources"]) ? list["Resources"] : [];
    expect(list["totalResults"]).toBe(resources.length);
    const ids = resources.map((schema) => String(Object(schema).id));
    expect(ids).toEqual(expect.arrayContaining([user, enterprise, group]));
    for (const id of ids) {
      expect(await read(`/Schemas/${id}`)).toMatchObject({
        schemas: ["urn:ietf:params:scim:schemas:core:2.0:Schema"],
        id,
        attributes: expect.arrayContaining([expect.objectContaining({ name: expect.any(String) })]),
        meta: { resourceType: "Schema", location: `${facade().url}/Schemas/${id}` },
      });
    }
  });

  it("RFC 7643 §7 the characteristics of an attribute", async () => {
    const { attributes } = await read(`/Schemas/${user}`);
    expect(attributes).toContainEqual({
      name: "userName",
      type: "string",
      multiValued: false,
      description: expect.any(String),
      required: true,
      caseExact: false,
      mutability: "readWrite",
      returned: "default",
      uniqueness: "server",
    });
    expect(attributes).toContainEqual(
      expect.objectContaining({ name: "password", mutability: "writeOnly", returned: "never" }),
    );
  });

  it.each(["/ServiceProviderConfig", "/ResourceTypes", "/Schemas", "/Schemas/nothing"])(
    "RFC 7644 §4 %s is only read",
    async (path) => {
      for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
        expect((await client.send(method, path, {})).status).toBe(405);
      }
    },
  );

  it.each(["/ResourceTypes", "/Schemas"])("RFC 7644 §4 a filter on %s is forbidden", async (path) => {
    expect((await client.send("GET", `${path}?filter=id%20pr`)).status).toBe(403);
  });

  it("RFC 7644 §4 what is not described is not found", async () => {
    for (const path of ["/Schemas/urn:x", "/ResourceTypes/Printer"]) {
      expect((await client.send("GET", path)).status).toBe(404);
    }
  });
});
