import { execFile, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** This clone. */
export const repository = fileURLToPath(new URL("../../../", import.meta.url));

export interface StartedRollcall {
  /** What `instance.json` tells. */
  readonly instance: { readonly scimUrl: string; readonly apiUrl: string; readonly adminKey: string };
  /** Runs `npx rollcall` and gives what it printed; `line` has a space between arguments. */
  npx(line: string): Promise<string>;
  stop(): Promise<void>;
}

const run = promisify(execFile);

/** Runs `npm start` on a data folder of its own and on free ports, until it says that it is ready. */
export async function startRollcall(): Promise<StartedRollcall> {
  const dataDir = mkdtempSync(join(tmpdir(), "rollcall-e2e-"));
  const { NODE_OPTIONS: _, ...inherited } = process.env;
  const env = { ...inherited, ROLLCALL_DATA_DIR: dataDir, ROLLCALL_API_PORT: "0", ROLLCALL_SCIM_PORT: "0" };
  const server = spawn("npm", ["start"], { cwd: repository, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    const collect = (chunk: string) => {
      output += chunk;
      if (output.includes("Rollcall is ready")) resolve();
    };
    server.stdout.setEncoding("utf8").on("data", collect);
    server.stderr.setEncoding("utf8").on("data", collect);
    server.once("exit", (code) => reject(new Error(`npm start ended with ${code}:\n${output}`)));
  });
  return {
    instance: JSON.parse(readFileSync(join(dataDir, "instance.json"), "utf8")),
    async npx(line) {
      const { stdout } = await run("npx", ["rollcall", ...line.split(" ")], {
        cwd: repository,
        env,
        maxBuffer: 2 ** 26,
      });
      return stdout;
    },
    async stop() {
      server.kill("SIGTERM");
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
