import type { JsonValue } from "@rollcall/scim";
import { beforeEach, describe, expect, it } from "vitest";
import { idOf, type ScimClient } from "../scim-client.fixture.ts";
import { useFacade } from "./use-facade.fixture.ts";

const facade = useFacade();
let client: ScimClient;
let path: string;
beforeEach(async () => {
  client = await facade().newClient();
  path = `/Users/${idOf(await client.send("POST", "/Users", { userName: "ada" }))}`;
});

const replace = (target: string, value: JsonValue) => ({ Operations: [{ op: "replace", path: target, value }] });

interface Refusal {
  readonly method: string;
  /** Without it, that of a user. */
  readonly path?: string;
  readonly body?: JsonValue;
  readonly headers?: Record<string, string>;
  readonly status: number;
  readonly scimType?: string;
}

const refusals: Readonly<Record<string, Refusal>> = {
  "RFC 7644 table 8: 400": { method: "POST", path: "/Users", body: [], status: 400, scimType: "invalidSyntax" },
  "RFC 7644 table 8: 401": { method: "GET", headers: { Authorization: "Bearer wrong" }, status: 401 },
  "RFC 7644 table 8: 403": { method: "GET", path: "/Schemas?filter=id%20pr", status: 403 },
  "RFC 7644 table 8: 404": { method: "GET", path: "/Users/2819c223", status: 404 },
  "RFC 7644 table 8: 409": {
    method: "POST",
    path: "/Users",
    body: { userName: "Ada" },
    status: 409,
    scimType: "uniqueness",
  },
  "RFC 7644 table 8: 412": { method: "DELETE", headers: { "If-Match": 'W/"9"' }, status: 412 },
  "RFC 7644 table 8: 413": {
    method: "POST",
    path: "/Bulk",
    body: { Operations: Array.from({ length: 1_001 }, () => null) },
    status: 413,
    scimType: "tooMany",
  },
  "RFC 7644 table 8: 501": { method: "GET", path: "/Me", status: 501 },
  "RFC 7644 table 9: invalidFilter": {
    method: "GET",
    path: "/Users?filter=userName",
    status: 400,
    scimType: "invalidFilter",
  },
  "RFC 7644 table 9: uniqueness": {
    method: "POST",
    path: "/Users",
    body: { userName: "ADA" },
    status: 409,
    scimType: "uniqueness",
  },
  "RFC 7644 table 9: mutability": { method: "PATCH", body: replace("id", "x"), status: 400, scimType: "mutability" },
  "RFC 7644 table 9: invalidSyntax": {
    method: "POST",
    path: "/Users",
    body: "{",
    status: 400,
    scimType: "invalidSyntax",
  },
  "RFC 7644 table 9: invalidPath": {
    method: "PATCH",
    body: replace("name.", "x"),
    status: 400,
    scimType: "invalidPath",
  },
  "RFC 7644 table 9: noTarget": {
    method: "PATCH",
    body: { Operations: [{ op: "remove" }] },
    status: 400,
    scimType: "noTarget",
  },
  "RFC 7644 table 9: invalidValue": { method: "PUT", body: { userName: 7 }, status: 400, scimType: "invalidValue" },
};

describe("an error", () => {
  it.each(Object.entries(refusals))(
    "%s",
    async (_, { method, path: target = path, body, headers, status, scimType }) => {
      const answer = await client.send(method, target, body, headers);
      expect(answer.status).toBe(status);
      expect(answer.headers.get("content-type")).toBe("application/scim+json; charset=utf-8");
      expect(answer.body).toMatchObject({
        schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
        status: String(status),
        detail: expect.stringMatching(/\S/),
      });
      expect(answer.body?.["scimType"]).toBe(scimType);
    },
  );
});
