import { beforeAll, describe, expect, it } from "vitest";
import { idOf, type ScimClient, scimClient } from "../scim-client.fixture.ts";
import { useFacade } from "./use-facade.fixture.ts";

const facade = useFacade();
let client: ScimClient;
let token: string;
let userPath: string;

beforeAll(async () => {
  ({ token } = await facade().newTenant());
  client = scimClient(facade().url, token);
  userPath = `/Users/${idOf(await client.send("POST", "/Users", { userName: "ada" }))}`;
});

describe("media types", () => {
  it.each([
    "application/scim+json",
    "application/scim+json; charset=utf-8",
    "application/json",
    "application/json;charset=UTF-8",
  ])("RFC 7644 §3.8 a body as %s is read", async (contentType) => {
    const answer = await client.send("PUT", userPath, { userName: "ada" }, { "Content-Type": contentType });
    expect(answer.status).toBe(200);
  });

  it.each([
    ["application/scim+json", "application/scim+json; charset=utf-8"],
    ["*/*", "application/scim+json; charset=utf-8"],
    ["application/json", "application/json; charset=utf-8"],
    ["application/json, application/scim+json", "application/scim+json; charset=utf-8"],
  ])("RFC 7644 §3.8 a client that accepts %s gets it", async (accept, contentType) => {
    const answer = await client.send("GET", "/Users", undefined, { Accept: accept });
    expect(answer.headers.get("content-type")).toBe(contentType);
  });

  it("RFC 7644 §3.8 a body of another type is refused", async () => {
    const answer = await client.send("POST", "/Users", { userName: "x" }, { "Content-Type": "text/plain" });
    expect([answer.status, answer.body?.["status"]]).toEqual([415, "415"]);
  });

  it("RFC 7644 §3.8 text comes back as UTF-8, whatever its script", async () => {
    const displayName = "Zoë 李 😀";
    const put = await client.send("PUT", userPath, { userName: "ada", displayName });
    expect(put.body).toMatchObject({ displayName });
  });
});

describe("HEAD", () => {
  it("RFC 9110 §9.3.2 answers as GET does, without the body", async () => {
    for (const path of [
      userPath,
      "/Users?count=1",
      "/Groups",
      "/ServiceProviderConfig",
      "/Schemas",
      "/ResourceTypes",
    ]) {
      const got = await client.send("GET", path);
      const head = await client.send("HEAD", path);
      expect([head.status, head.body]).toEqual([200, null]);
      for (const name of ["content-length", "content-type", "etag", "cache-control"]) {
        expect(head.headers.get(name)).toBe(got.headers.get(name));
      }
      expect(Number(head.headers.get("content-length"))).toBeGreaterThan(0);
    }
  });

  it("RFC 9110 §9.3.2 says what is not there", async () => {
    const head = await client.send("HEAD", "/Users/nobody");
    expect([head.status, head.body]).toEqual([404, null]);
  });
});

describe("methods", () => {
  it.each([
    ["OPTIONS", "/Users", "HEAD, GET, POST"],
    ["OPTIONS", "/Users/1", "HEAD, GET, PUT, PATCH, DELETE"],
    ["OPTIONS", "/Me", "HEAD, GET, POST, PUT, PATCH, DELETE"],
    ["PATCH", "/Groups", "HEAD, GET, POST"],
    ["POST", "/Groups/1", "HEAD, GET, PUT, PATCH, DELETE"],
    ["GET", "/Bulk", "POST"],
    ["DELETE", "/Schemas", "HEAD, GET"],
  ])("RFC 9110 §15.5.6 %s %s is refused with what is allowed", async (method, path, allow) => {
    const answer = await client.send(method, path);
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, allow]);
    expect(answer.body).toMatchObject({ status: "405" });
  });

  it.each(["GET", "POST", "PUT", "PATCH", "DELETE"])(
    "RFC 7644 §3.11 %s /Me is not supported, and says so",
    async (method) => {
      const answer = await client.send(method, "/Me");
      expect([answer.status, answer.body?.["status"]]).toEqual([501, "501"]);
      expect(answer.body?.["detail"]).toContain("/Me");
    },
  );

  it.each(["/Me", "/Bulk", "/Users"])("RFC 7644 §2 %s tells a stranger nothing", async (path) => {
    for (const method of ["GET", "POST", "OPTIONS"]) {
      const response = await fetch(facade().url + path, { method });
      expect([response.status, response.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
      expect(response.headers.get("allow")).toBeNull();
    }
  });

  it("RFC 7644 §3.13 a version in the path is the same service", async () => {
    const answer = await scimClient(`${facade().url}/v2`, token).send("GET", userPath);
    expect(answer.body).toMatchObject({ userName: "ada", meta: { location: facade().url + userPath } });
  });
});
