import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { repository } from "../repository.ts";

const consumer = `
import { createRollcallClient } from "../packages/client/src/index.ts";

const rollcall = createRollcallClient({ url: "https://api.example.com", credential: "rlk_key" });
const { items } = await rollcall.users.list.query({ tenantId: "an id" });
export const names: string[] = items.map(({ userName }) => userName);
`;

/** The sources of the client and of all it stands on; what they take from the registry is where it was. */
const packages = ["client", "domain", "rpc"];
const scratch = mkdtempSync(join(tmpdir(), "rollcall-contract-"));

beforeAll(() => {
  symlinkSync(join(repository, "node_modules"), join(scratch, "node_modules"));
  cpSync(join(repository, "tooling/typescript"), join(scratch, "tooling/typescript"), { recursive: true });
  for (const name of packages) {
    // Links between packages are relative, so that those of the copy lead to copies.
    cpSync(join(repository, "packages", name), join(scratch, "packages", name), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (source) => !source.endsWith("/dist"),
    });
  }
  mkdirSync(join(scratch, "consumer"));
  writeFileSync(join(scratch, "consumer/package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(join(scratch, "consumer/consumer.ts"), consumer);
  writeFileSync(
    join(scratch, "consumer/tsconfig.json"),
    JSON.stringify({ extends: "../tooling/typescript/base.json", compilerOptions: { typeRoots: [nodeTypes] } }),
  );
});
afterAll(() => rmSync(scratch, { recursive: true }));

/** Of two checks of the whole router, also where the machine has much else to do. */
const COMPILE_TIMEOUT_MS = 240_000;
const nodeTypes = join(repository, "tooling/codegen/node_modules/@types");

async function check(): Promise<string> {
  const tsc = join(repository, "node_modules/.bin/tsc");
  const args = ["--project", "consumer", "--singleThreaded"];
  const checked = await promisify(execFile)(tsc, args, { cwd: scratch }).catch(Object);
  return checked.stdout;
}

describe("a consumer of the router's types", () => {
  it(
    "compiles against the router as it is, and not when a field of it has another name",
    async () => {
      expect(await check()).toBe("");

      const schema = join(scratch, "packages/rpc/src/schemas/user.ts");
      const text = readFileSync(schema, "utf8");
      expect(text).toContain("userName: z");
      writeFileSync(schema, text.replace("userName: z", "loginName: z"));
      expect(await check()).toMatch(
        /^consumer\/consumer\.ts\(\d+,\d+\): error TS\d+: Property 'userName' does not exist/m,
      );
    },
    COMPILE_TIMEOUT_MS,
  );
});
