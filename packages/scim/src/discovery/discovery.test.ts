import { describe, expect, it } from "vitest";
import { groupType, userType } from "../schema/standard-types.ts";
import { resourceTypes } from "./resource-types.ts";
import { schemas } from "./schemas.ts";
import { serviceProviderConfig } from "./service-provider-config.ts";

const baseUrl = "https://scim.example/scim";
const USER = "urn:ietf:params:scim:schemas:core:2.0:User";
const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

describe("serviceProviderConfig", () => {
  it("says what is supported, and nothing more", () => {
    const config = serviceProviderConfig({
      baseUrl,
      patch: true,
      filter: { maxResults: 200 },
      changePassword: false,
      sort: false,
      etag: true,
    });
    expect(config).toMatchObject({
      schemas: ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
      patch: { supported: true },
      bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
      filter: { supported: true, maxResults: 200 },
      changePassword: { supported: false },
      sort: { supported: false },
      etag: { supported: true },
      meta: { resourceType: "ServiceProviderConfig", location: `${baseUrl}/ServiceProviderConfig` },
    });
    expect(config["authenticationSchemes"]).toMatchObject([{ type: "oauthbearertoken", primary: true }]);
    expect(config).not.toHaveProperty("pagination");
  });

  it("describes bulk requests, paging and where the manual is", () => {
    const config = serviceProviderConfig({
      baseUrl,
      patch: true,
      bulk: { maxOperations: 10, maxPayloadSizeBytes: 1_000 },
      changePassword: false,
      sort: false,
      etag: false,
      pagination: { cursor: true, index: true, maxPageSize: 200, cursorTimeoutSeconds: 3600 },
      documentationUri: "https://docs.example",
    });
    expect(config).toMatchObject({
      bulk: { supported: true, maxOperations: 10, maxPayloadSize: 1_000 },
      filter: { supported: false, maxResults: 0 },
      pagination: { cursor: true, index: true, maxPageSize: 200, cursorTimeout: 3600 },
      documentationUri: "https://docs.example",
    });
    expect(config["pagination"]).not.toHaveProperty("cursorTimeoutSeconds");
  });
});

describe("resourceTypes", () => {
  it("lists the types with their extensions", () => {
    expect(resourceTypes([userType, groupType], baseUrl)).toMatchObject([
      {
        id: "User",
        endpoint: "/Users",
        schema: USER,
        schemaExtensions: [{ schema: ENTERPRISE, required: false }],
        meta: { resourceType: "ResourceType", location: `${baseUrl}/ResourceTypes/User` },
      },
      { id: "Group", endpoint: "/Groups", schemaExtensions: [] },
    ]);
  });
});

describe("schemas", () => {
  const [user, enterprise, group] = schemas([userType, groupType], baseUrl);

  it("lists each schema once", () => {
    const ids = schemas([userType, groupType, userType], baseUrl).map(({ id }) => id);
    expect(ids).toEqual([USER, ENTERPRISE, "urn:ietf:params:scim:schemas:core:2.0:Group"]);
    expect(enterprise).toMatchObject({
      name: "EnterpriseUser",
      meta: { location: `${baseUrl}/Schemas/${ENTERPRISE}` },
    });
  });

  it("spells out every characteristic", () => {
    expect(user?.["attributes"]).toContainEqual({
      name: "userName",
      type: "string",
      multiValued: false,
      description: "Name the person signs in with; unique without regard to case.",
      required: true,
      caseExact: false,
      mutability: "readWrite",
      returned: "default",
      uniqueness: "server",
    });
    expect(group?.["attributes"]).toContainEqual(
      expect.objectContaining({
        name: "members",
        type: "complex",
        multiValued: true,
        subAttributes: expect.arrayContaining([
          expect.objectContaining({
            name: "$ref",
            type: "reference",
            caseExact: true,
            referenceTypes: ["User", "Group"],
            mutability: "immutable",
          }),
          expect.objectContaining({ name: "type", canonicalValues: ["User", "Group"] }),
        ]),
      }),
    );
  });

  // RFC 7643 §4.1 and §4.3.
  it("has all attributes of the standard", () => {
    expect([user, enterprise].map(namesOf)).toEqual([
      "userName name displayName nickName profileUrl title userType preferredLanguage locale timezone active password emails phoneNumbers ims photos addresses groups entitlements roles x509Certificates".split(
        " ",
      ),
      "employeeNumber costCenter organization division department manager".split(" "),
    ]);
  });
});

function namesOf(schema: ReturnType<typeof schemas>[number] | undefined): unknown[] {
  const attributes = schema?.["attributes"];
  return Array.isArray(attributes) ? attributes.map((attribute) => Object(attribute).name) : [];
}
