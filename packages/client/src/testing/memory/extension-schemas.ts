import { type ExtensionSchemaRepository, type ExtensionSchemaTransaction, uniqueAttributes } from "@rollcall/domain";
import { recordEvents } from "./record-events.ts";
import { byId } from "./rows-by-id.ts";
import type { TenantAccess } from "./tenant-access.ts";
import type { TenantRows } from "./tenant-rows.ts";
import { releaseValues } from "./unique-values.ts";

export function createExtensionSchemaRepository(access: TenantAccess): ExtensionSchemaRepository {
  return {
    list: () => access.read(({ extensionSchemas }) => byId(extensionSchemas.values())),
    transact: (work) => access.write((rows) => work(transactionOn(rows, access))),
  };
}

function transactionOn(rows: TenantRows, access: TenantAccess): ExtensionSchemaTransaction {
  const { extensionSchemas, users } = rows;
  return {
    list: async () => byId(extensionSchemas.values()),

    async put(schema) {
      extensionSchemas.set(schema.id, structuredClone(schema));
      releaseValues(
        rows,
        schema.urn,
        uniqueAttributes(schema).map(({ name }) => name),
      );
    },

    async deleteUnused({ id, urn }) {
      if ([...users.values()].some(({ profile }) => profile.extensions?.[urn] !== undefined)) return false;
      extensionSchemas.delete(id);
      releaseValues(rows, urn, []);
      return true;
    },

    record: async (event) => recordEvents(rows, access, [event]),
  };
}
