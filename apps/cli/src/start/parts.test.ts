import { createRollcallClient } from "@rollcall/client";
import { useDatabase } from "@rollcall/test-database";
import { afterAll, expect, it } from "vitest";
import { runCommand, type Run, spawnCommand } from "../fixtures/command.fixture.ts";
import { newUser, scim } from "../fixtures/scim.fixture.ts";
import { useServer } from "../fixtures/server.fixture.ts";

const database = useDatabase({ migrated: false });
const rollcall = useServer();
const variables = () => ({
  ...rollcall.variables,
  DATABASE_URL: database.url,
  ROLLCALL_PEPPER: "parts-share-4711-one-pepper-of-theirs",
  ROLLCALL_SCIM_URL: "https://scim.example.com/scim",
});

const others: Run[] = [];
afterAll(async () => {
  for (const { process, ended } of others) {
    process.kill("SIGTERM");
    await ended;
  }
});

it("the parts run as processes of their own and meet in one database, which is migrated first", async () => {
  const early = await runCommand("start --only scim", variables());
  expect(early).toMatchObject({ code: 1, stdout: "" });
  expect(early.stderr).toMatch(
    /^The database's schema lacks 0001-directory, .*; bring it up to date first: rollcall migrate$/m,
  );
  expect((await runCommand("migrate", variables())).stdout).toMatch(/^Migrated the database: 0001-directory, /);

  const [{ instance }, facade] = await Promise.all([
    rollcall.start({ ...variables(), ROLLCALL_ONLY: "api" }),
    part("scim"),
    part("jobs"),
  ]);
  expect(instance.scimUrl).toBe("");
  const scimUrl = /^Rollcall is ready: SCIM (\S+)$/m.exec(facade.output.stdout)?.[1] ?? "";
  const client = createRollcallClient({ url: instance.apiUrl, credential: instance.adminKey });
  const { id: tenantId } = await client.tenants.create.mutate({ name: "Acme" });
  const { token, tenantUrl } = await client.tokens.create.mutate({ tenantId });
  expect(tenantUrl).toBe("https://scim.example.com/scim");
  expect((await scim({ scimUrl, token }, "POST /Users", newUser("ada@acme.example"))).status).toBe(201);
  const types = async () => (await client.events.list.query({ tenantId })).items.map(({ type }) => type);
  await expect.poll(types).toContain("user.created");
  expect((await rollcall.run("status")).stdout).toMatch(/^Process +\d+\nAPI +\S+ +ready$/m);
});

/** Starts a part without a data folder. */
async function part(name: string): Promise<Run> {
  const run = spawnCommand(`start --only ${name}`, { ...variables(), ROLLCALL_DATA_DIR: "/dev/null/none" });
  others.push(run);
  await expect.poll(() => run.output.stdout + run.output.stderr).toContain("Rollcall is ready");
  return run;
}
