import { useDatabase } from "@rollcall/test-database";
import { afterAll, beforeAll } from "vitest";
import { type ScimClient, scimClient } from "../scim-client.fixture.ts";
import { type ServedFacade, serveFacade } from "../serve-facade.fixture.ts";

export interface FacadeInUse extends ServedFacade {
  /** A client with a tenant of its own. */
  newClient(): Promise<ScimClient>;
}

/** The facade over HTTP and a real Postgres, for the tests of one file. */
export function useFacade(): () => FacadeInUse {
  const database = useDatabase();
  let facade: ServedFacade;
  beforeAll(async () => {
    facade = await serveFacade(database.url);
  });
  afterAll(() => facade.close());
  return () => ({ ...facade, newClient: async () => scimClient(facade.url, (await facade.newTenant()).token) });
}
