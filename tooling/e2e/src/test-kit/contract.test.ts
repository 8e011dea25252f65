import { createRollcallTestKit } from "@rollcall/client/testing";
import { type Endpoint, listEndpoints } from "@rollcall/rpc";
import { useDatabase } from "@rollcall/test-database";
import { setupServer } from "msw/node";
import { expect, it } from "vitest";
import type { Exchange } from "./recorder.ts";
import { playScenario } from "./scenario.ts";
import { startServer } from "./server.fixture.ts";

const testDatabase = useDatabase();

it("the test kit answers a whole scenario as the server does", async () => {
  const fromKit = await playWithKit();
  await using server = await startServer(testDatabase.url);
  const fromServer = await playScenario(server);
  // The scenario calls for every kind of answer and every endpoint; with fewer it would compare less than it seems to.
  expect(new Set(fromServer.map(({ status }) => status))).toEqual(
    new Set([200, 201, 207, 400, 401, 403, 404, 405, 409, 412, 413, 415, 422]),
  );
  const succeeded = fromServer.filter(({ status }) => status < 300).map(({ route }) => route);
  expect(listEndpoints().filter((endpoint) => !succeeded.some((route) => isOf(endpoint, route)))).toEqual([]);
  expect(fromKit.map(describeExchange)).toEqual(fromServer.map(describeExchange));
});

async function playWithKit(): Promise<readonly Exchange[]> {
  const kit = createRollcallTestKit();
  const msw = setupServer(...kit.handlers);
  msw.listen({ onUnhandledFrame: "error" });
  try {
    return await playScenario({
      url: kit.url,
      apiKey: kit.apiKey,
      provisionUser: (tenantId, userName) => kit.identityProvider(tenantId).provisionUser({ userName }),
      provisionGroup: (tenantId, displayName, memberIds) =>
        kit.identityProvider(tenantId).provisionGroup({ displayName }, memberIds),
      // The kit numbers events at once.
      settle: () => Promise.resolve(),
    });
  } finally {
    msw.close();
  }
}

function isOf({ method, path }: Endpoint, route: string): boolean {
  return new RegExp(`^${method} /api/v1${path.replaceAll(/\{\w+\}/g, "[^/?]+")}(\\?|$)`).test(route);
}

/** With a key of its own for each exchange, so that a difference names the question. */
function describeExchange({ route, ...answer }: Exchange, index: number) {
  return { [`${index} ${route}`]: answer };
}
