import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { useDatabase } from "@rollcall/test-database";
import { expect, it } from "vitest";
import type { Variables } from "../fixtures/command.fixture.ts";
import { scim } from "../fixtures/scim.fixture.ts";
import { useServer } from "../fixtures/server.fixture.ts";

const database = useDatabase();
const rollcall = useServer();
const OLD_PEPPER = "of-the-first-year-J3xQzq0Vb7TnLw8k";
const NEW_PEPPER = "of-the-second-year-m2Rf9YcHs4Dp6Gt";

it("a pepper is replaced in two restarts, one of them with both, and every key goes on working", async () => {
  await during({ ROLLCALL_PEPPER: OLD_PEPPER }, async () => undefined);
  const file = join(rollcall.dataDir, "new-pepper");
  writeFileSync(file, `${NEW_PEPPER}\n`);
  const token = await during({ ROLLCALL_PEPPER_FILE: file, ROLLCALL_PREVIOUS_PEPPER: OLD_PEPPER }, async (scimUrl) => {
    const { id } = await rollcall.json<{ id: string }>("tenants create Acme");
    const issued = await rollcall.json<{ token: string }>(`tokens create --tenant ${id}`);
    expect(await scim({ scimUrl, token: issued.token }, "GET /Users")).toMatchObject({ status: 200 });
    return issued.token;
  });
  await during({ ROLLCALL_PEPPER_FILE: file }, async (scimUrl) => {
    expect(await scim({ scimUrl, token }, "GET /Users")).toMatchObject({ status: 200 });
    expect(await rollcall.json("tenants list")).toMatchObject({ items: [{ name: "Acme" }] });
  });
});

/** Runs Rollcall with these settings while `work` goes on. */
async function during<TResult>(settings: Variables, work: (scimUrl: string) => Promise<TResult>): Promise<TResult> {
  const server = await rollcall.start({ DATABASE_URL: database.url, ROLLCALL_ENV: "production", ...settings });
  try {
    return await work(server.instance.scimUrl);
  } finally {
    server.process.kill("SIGTERM");
    await server.ended;
  }
}
