import { defineExtensionSchema, type Directory, type ExtensionAttribute, type SimpleAttribute } from "@rollcall/domain";
import type { JsonObject } from "@rollcall/scim";
import { useDatabase } from "@rollcall/test-database";
import { afterAll, beforeAll } from "vitest";
import { type ScimClient, scimClient } from "../scim-client.fixture.ts";
import { type ServedFacade, serveFacade } from "../serve-facade.fixture.ts";

export const urn = "urn:acme:scim:schemas:extension:1.0:User";
export const actor = { kind: "system" } as const;

export interface TenantUnderTest {
  readonly directory: Directory;
  readonly client: ScimClient;
  /** Defines the schema `urn`. */
  readonly define: (attributes: ExtensionAttribute[]) => Promise<void>;
  /** The names of the users that a filter finds, or the error's scimType. */
  readonly find: (filter: string) => Promise<unknown>;
}

/** The facade over HTTP and a real Postgres for the tests of one file. */
export function useTenants() {
  const testDatabase = useDatabase();
  let facade: ServedFacade;
  beforeAll(async () => {
    facade = await serveFacade(testDatabase.url);
  });
  afterAll(() => facade.close());
  return {
    async newTenant(): Promise<TenantUnderTest> {
      const { tenant, token } = await facade.newTenant();
      const directory = facade.database.openDirectory(tenant.id);
      const client = scimClient(facade.url, token);
      return {
        directory,
        client,
        async define(attributes) {
          const schema = { urn, name: "Acme", description: "", attributes };
          await defineExtensionSchema(directory.extensionSchemas, { schema, actor });
        },
        async find(filter) {
          const { body } = await client.send("GET", `/Users?filter=${encodeURIComponent(filter)}`);
          const resources = body?.["Resources"];
          return Array.isArray(resources) ? resources.map((user) => Object(user).userName) : body?.["scimType"];
        },
      };
    },
    /** All events of a tenant, numbered. */
    async eventsOf({ tenantId, events }: Directory) {
      await facade.database.sequencer.numberEvents(tenantId, 1_000);
      return await events.list({ after: 0, count: 1_000 });
    },
  };
}

/** Waits until every process sees the last definition. */
export async function definitionIsSeen(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1_050));
}

export function attribute(name: string, rest: Partial<SimpleAttribute> = {}): SimpleAttribute {
  return {
    name,
    description: "",
    type: "string",
    multiValued: false,
    required: false,
    caseExact: false,
    mutability: "readWrite",
    returned: "default",
    uniqueness: "none",
    canonicalValues: [],
    ...rest,
  };
}

export const patch = (...Operations: JsonObject[]): JsonObject => ({ Operations });

/** One attribute of every type. */
export const allAttributes: ExtensionAttribute[] = [
  attribute("badge"),
  attribute("code", { caseExact: true }),
  attribute("level", { type: "integer" }),
  attribute("rate", { type: "decimal" }),
  attribute("remote", { type: "boolean" }),
  attribute("hired", { type: "dateTime" }),
  attribute("page", { type: "reference" }),
  attribute("key", { type: "binary" }),
  attribute("tags", { multiValued: true, canonicalValues: ["red", "blue"] }),
  complex("locker", false, [attribute("number", { type: "integer" }), attribute("floor")]),
  complex("cards", true, [attribute("value"), attribute("kind"), attribute("primary", { type: "boolean" })]),
];

function complex(name: string, multiValued: boolean, subAttributes: SimpleAttribute[]): ExtensionAttribute {
  const { description, required, mutability, returned } = attribute(name);
  return { name, description, multiValued, required, mutability, returned, type: "complex", subAttributes };
}

export const allValues: JsonObject = {
  badge: "B-7",
  code: "Xy",
  level: 3,
  rate: 0.5,
  remote: true,
  hired: "2024-02-01T08:00:00.000Z",
  page: "https://acme.example/Ada",
  key: "AQID",
  tags: ["Red", "blue"],
  locker: { number: 12, floor: "Second" },
  cards: [{ value: "c1", kind: "door", primary: true }, { value: "c2" }],
};
