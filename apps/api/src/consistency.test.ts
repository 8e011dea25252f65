import type { Consistency } from "@rollcall/domain";
import { beforeAll, expect, it } from "vitest";
import { useApi } from "./api.fixture.ts";

const opened: (Consistency | undefined)[] = [];
const api = useApi(({ openDirectory }) => ({
  openDirectory(tenantId, options) {
    opened.push(options?.consistency);
    return openDirectory(tenantId, options);
  },
}));
const eventual = { "rollcall-consistency": "eventual" };

let users: string;
beforeAll(async () => {
  const { body } = await api.call<{ id: string }>("POST /api/v1/tenants", { json: { name: "Acme" } });
  users = `/api/v1/tenants/${body.id}/users`;
});

it("what is read may be behind when the header says so, over REST and over tRPC", async () => {
  const { status } = await api.call(`GET ${users}`, { headers: eventual });
  const input = encodeURIComponent(JSON.stringify({ tenantId: users.split("/")[4] }));
  await api.call(`GET /trpc/users.list?input=${input}`, { headers: eventual });
  expect([status, opened.splice(0)]).toEqual([200, ["eventual", "eventual"]]);
});

it("nothing else is: neither without the header, nor what a change depends on", async () => {
  await api.call(`GET ${users}`);
  await api.call(`GET ${users}`, { headers: { "rollcall-consistency": "strong" } });
  const json = { userName: "ada@acme.example" };
  expect((await api.call(`POST ${users}`, { json, headers: eventual })).status).toBe(201);
  expect(new Set(opened.splice(0))).toEqual(new Set(["strong"]));
});

it("another word in the header is refused", async () => {
  const { status, text } = await api.call(`GET ${users}`, { headers: { "rollcall-consistency": "weak" } });
  expect(status).toBe(400);
  expect(text).toContain("Rollcall-Consistency is none of strong, eventual.");
});
