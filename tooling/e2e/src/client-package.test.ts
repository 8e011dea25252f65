import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { useClientProject } from "./client-project.fixture.ts";
import { usePlatformApi } from "./platform-api.fixture.ts";
import { repository } from "./start-rollcall.fixture.ts";

const api = usePlatformApi({ allowedOrigins: () => [] });
const project = useClientProject();

/** Of a check of all declarations, also where the machine has much else to do. */
const COMPILE_TIMEOUT_MS = 240_000;

/** The compiler fails where an error that is expected does not come. */
const mistakes = `
import type { RollcallErrorCode, RollcallOutputs, RollcallRestClient } from "@rollcall/client";
declare const rest: RollcallRestClient;
export const user = ({ userName }: RollcallOutputs["users"]["get"]): string => userName;
// @ts-expect-error a field that is not there
export const misspelt = ({ username }: RollcallOutputs["users"]["get"]) => username;
// @ts-expect-error a code that the server does not know
export const code: RollcallErrorCode = "lost";
// @ts-expect-error a path that the server does not know
export const answer = rest.GET("/people");
`;

const withKit = `
import { createRollcallClient, isRollcallError } from "@rollcall/client";
import { createRollcallTestKit } from "@rollcall/client/testing";
import { setupServer } from "msw/node";

const kit = createRollcallTestKit();
setupServer(...kit.handlers).listen();
const { id: tenantId } = await kit.createTenant({ name: "Acme" });
await kit.identityProvider(tenantId).provisionUser({ userName: "ada@example.com" });
const rollcall = createRollcallClient({ url: kit.url, credential: kit.apiKey });
kit.failNext("not_found");
await rollcall.users.list.query({ tenantId }).catch((thrown) => {
  if (isRollcallError(thrown, "not_found")) console.log("not_found");
});
for (const { userName } of (await rollcall.users.list.query({ tenantId })).items) console.log(userName);
`;

/** One after the other, as one module. */
function examplesOfReadme(): string {
  const readme = readFileSync(join(repository, "packages/client/README.md"), "utf8");
  return [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code).join("\n");
}

describe("the packed client", () => {
  it("asks for nothing that is only in this repository", () => {
    const manifest = readFileSync(join(project.packageDir, "package.json"), "utf8");
    expect(manifest).not.toMatch(/workspace:|catalog:|"@rollcall\/(?!client")/);
    for (const file of ["index.js", "index.d.ts", "testing.js", "testing.d.ts"]) {
      const imports = readFileSync(join(project.packageDir, file), "utf8").match(/(?<=from ['"])@rollcall\/[^'"]+/g);
      expect([file, imports]).toEqual([file, null]);
    }
  });

  it(
    "has types that a strict project can check, and every example of its README",
    async () => {
      project.write("readme-of-the-package.ts", examplesOfReadme());
      project.copy("readme-example.ts");
      project.copy("package-consumer.ts");
      project.write("mistakes.ts", mistakes);
      expect(await project.node("node_modules/typescript/bin/tsc", "--project", ".")).toBe("");
    },
    COMPILE_TIMEOUT_MS,
  );
});

describe("a project that installed it", () => {
  let tenantId: string;
  const names = Array.from({ length: 25 }, (_, index) => `person-${index}@example.com`);

  beforeAll(async () => {
    ({ id: tenantId } = await api.post("/tenants", { name: "Acme" }));
    for (const userName of names) await api.post(`/tenants/${tenantId}/users`, { userName });
    await api.numberEvents(tenantId);
  });

  it("reads lists and the feed, repeats safely, and knows errors, over tRPC and over REST", async () => {
    project.copy("package-consumer.ts");
    const told = JSON.parse(await project.node("package-consumer.ts", api.url, api.apiKey, tenantId));
    const { sequences, created, ...rest } = told;
    expect(rest).toEqual({
      names,
      restNames: names,
      types: ["user.created"],
      followed: 1,
      refusals: ["not_found", "invalid_input", "not_found"],
    });
    expect(sequences).toEqual(Array.from({ length: names.length + 2 }, (_, index) => index + 1));
    expect(created[1]).toBe(created[0]);
    expect(created[2]).not.toBe(created[0]);
  });

  it("tests its own code with the kit", async () => {
    project.write("with-kit.ts", withKit);
    expect(await project.node("with-kit.ts")).toBe("not_found\nada@example.com\n");
  });

  it("runs every example of the package's README", async () => {
    project.write("readme-of-the-package.ts", examplesOfReadme());
    const last = `${names.length + 2} user.created`;
    const output = await project.nodeUntil(last, "readme-of-the-package.ts", api.url, api.apiKey, tenantId);
    for (const text of [...names, "1 tenant.created", last]) expect(output).toContain(text);
  });

  it("runs the example of the repository's README", async () => {
    project.copy("readme-example.ts");
    const output = await project.node("readme-example.ts", api.url, api.apiKey, tenantId);
    for (const name of names) expect(output).toContain(name);
  });
});

describe("a bundle for browsers", () => {
  async function bundle(code: string) {
    const { outputFiles, metafile } = await build({
      stdin: { contents: code, resolveDir: project.dir },
      bundle: true,
      write: false,
      minify: true,
      metafile: true,
      format: "esm",
      platform: "browser",
      logLevel: "silent",
    });
    return { text: outputFiles[0]?.text ?? "", inputs: Object.keys(metafile.inputs) };
  }

  it("of the whole client needs nothing of Node", async () => {
    // For this platform esbuild fails on every import of a builtin.
    const { text, inputs } = await bundle('export * from "@rollcall/client";');
    expect(text).not.toMatch(/["']node:/);
    expect(inputs.some((file) => file.includes("@trpc/client"))).toBe(true);
  });

  it("of what lists and follows holds neither tRPC nor the REST client", async () => {
    const { text } = await bundle('export { listAll, followEvents, toRollcallError } from "@rollcall/client";');
    expect(text).not.toMatch(/trpc|querySerializer/i);
    expect(text.length).toBeLessThan(5_000);
  });
});
