import { once } from "node:events";
import { connect } from "node:net";
import { beforeAll, describe, expect, it } from "vitest";
import { useFacade } from "../conformance/use-facade.fixture.ts";
import { type ScimClient, scimClient } from "../scim-client.fixture.ts";

const facade = useFacade();
let client: ScimClient;
let token: string;
beforeAll(async () => {
  ({ token } = await facade().newTenant());
  client = scimClient(facade().url, token);
});

describe("a URL", () => {
  it.each([
    ["a NUL in its path", "/Users/a%00b"],
    ["a NUL in a value", "/Users?filter=userName%20eq%20%22a%00%22"],
    ["a NUL in a name", "/Users?fil%00ter=x"],
    ["a byte that is no UTF-8 in its path", "/Users/%ff"],
    ["a byte that is no UTF-8 in its query", "/Users?filter=%ff"],
    ["half a surrogate pair in its path", "/Users/%ed%a0%80"],
    ["half a surrogate pair in its query", "/Users?filter=%ed%a0%80"],
    ["a broken percent sign", "/Users?filter=%2"],
    ["a parameter given twice", "/Users?count=1&count=2"],
    ["a parameter given twice in different encodings", "/Users?count=1&c%6Funt=2"],
  ])("with %s is refused", async (_, path) => {
    const { status, body } = await client.send("GET", path);
    expect([status, body?.["status"]]).toEqual([400, "400"]);
    expect(facade().log).toEqual([]);
  });

  it.each(["/Users/é", "/Users?filter=title%20eq%20%22é%22", "/Users?x=\u0001"])(
    "with bytes that are not encoded is refused: %j",
    async (path) => {
      expect(await statusOf(`GET /scim${path} HTTP/1.1`)).toBe(400);
    },
  );

  it("that names another host changes no location", async () => {
    const headers = { Host: "evil.example", "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https" };
    const { body } = await client.send("GET", "/ServiceProviderConfig", undefined, headers);
    expect(JSON.stringify(body)).not.toContain("evil.example");
    expect(body).toMatchObject({ meta: { location: `${facade().url}/ServiceProviderConfig` } });
  });
});

async function statusOf(requestLine: string): Promise<number> {
  const socket = connect(Number(new URL(facade().url).port), "127.0.0.1");
  socket.write(`${requestLine}\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nConnection: close\r\n\r\n`);
  const [answer] = await once(socket, "data");
  socket.destroy();
  return Number(String(answer).split(" ")[1]);
}
