import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createOpenApiCaller, type OpenApiCaller, syncPeople } from "@rollcall/examples";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { usePlatformApi } from "./platform-api.fixture.ts";

const api = usePlatformApi({ allowedOrigins: () => [] });
const folder = mkdtempSync(join(tmpdir(), "rollcall-sync-"));
const file = join(folder, "people.json");

let tenantId: string;
let call: OpenApiCaller;
let calls: string[] = [];

beforeAll(async () => {
  ({ id: tenantId } = await api.post("/tenants", { name: "Acme" }));
  const connected = await createOpenApiCaller({ documentUrl: `${api.url}/openapi.json`, credential: api.apiKey });
  call = (operationId, input) => {
    calls.push(operationId);
    return connected(operationId, input);
  };
});
afterAll(() => rmSync(folder, { recursive: true }));

const addPerson = (name: string) => api.post(`/tenants/${tenantId}/users`, { userName: `${name}@example.com` });

async function syncedNames(): Promise<string[]> {
  await api.numberEvents(tenantId);
  calls = [];
  const synced = await syncPeople({ call, tenantId, file });
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(synced);
  return Object.values(synced.people).map(({ userName }) => userName);
}

describe("a service that knows only the OpenAPI document", () => {
  it("keeps a file up to date with the people of a tenant, and reads only what is new", async () => {
    const ada = await addPerson("ada");
    await addPerson("grace");
    expect(await syncedNames()).toEqual(["ada@example.com", "grace@example.com"]);

    expect(await syncedNames()).toHaveLength(2);
    expect(calls).toEqual(["listEvents"]);

    await addPerson("joan");
    await api.delete(`/tenants/${tenantId}/users/${ada.id}`);
    expect(await syncedNames()).toEqual(["grace@example.com", "joan@example.com"]);
    expect(calls.filter((operationId) => operationId === "getUser")).toHaveLength(2);
  });

  it("tells what the API refuses", async () => {
    const refused = syncPeople({ call, tenantId: "nonsense", file: join(folder, "other.json") });
    await expect(refused).rejects.toThrow("The feed cannot be read: ");
    await expect(call("flyToTheMoon", {})).rejects.toThrow("The API has no operation flyToTheMoon.");
  });
});
