import { describe, expect, it } from "vitest";
import { createRollcallClient } from "./create-rollcall-client.ts";
import { listAll } from "./list-all.ts";
import { collect, createServer } from "./server.fixture.ts";

const names = ["Acme", "Globex", "Initech", "Umbrella", "Hooli"];

async function connect() {
  const server = createServer();
  const { url, apiKey, fetch, requests } = server;
  for (const name of names) await server.createTenant({ name });
  return { client: createRollcallClient({ url, credential: apiKey, fetch }), requests };
}

describe("listAll", () => {
  it("reads every item once", async () => {
    const { client, requests } = await connect();
    const tenants = listAll((cursor) => client.tenants.list.query({ limit: 2, cursor }));
    expect((await collect(tenants)).map(({ name }) => name)).toEqual(names);
    expect(requests).toHaveLength(3);
  });

  it("asks for no page that the loop does not reach", async () => {
    const { client, requests } = await connect();
    for await (const { name } of listAll((cursor) => client.tenants.list.query({ limit: 2, cursor }))) {
      if (name === "Globex") break;
    }
    expect(requests).toHaveLength(1);
  });
});
