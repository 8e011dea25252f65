import { type ChildProcess, execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { buildClient } from "@rollcall/codegen";
import { afterAll, beforeAll } from "vitest";

export interface ClientProject {
  readonly dir: string;
  /** What was packed. */
  readonly packageDir: string;
  /** Writes a module into the project. */
  write(name: string, text: string): void;
  /** Copies a module beside this file into the project. */
  copy(name: string): void;
  /** Runs a program of Node in the project and gives what it printed; fails with that when the program fails. */
  node(...args: string[]): Promise<string>;
  /** The same for a program that runs until SIGTERM; it gets that once it has printed the text. */
  nodeUntil(text: string, ...args: string[]): Promise<string>;
}

/** Of the registry, with an empty cache. */
const INSTALL_TIMEOUT_MS = 240_000;

/** As an ordinary consumer has it: strict, and with the declarations of the packages checked as well. */
const tsconfig = {
  compilerOptions: {
    module: "nodenext",
    target: "es2022",
    // tRPC's client needs the types of browsers.
    lib: ["es2022", "dom"],
    types: ["node"],
    strict: true,
    skipLibCheck: false,
    noEmit: true,
  },
  include: ["*.ts"],
};

/** Builds and packs the client, and installs it into a stranger's project, from the tarball alone. */
export function useClientProject(): ClientProject {
  const scratch = mkdtempSync(join(tmpdir(), "rollcall-client-"));
  const packageDir = join(scratch, "package");
  const dir = join(scratch, "project");
  beforeAll(async () => {
    await buildClient(packageDir);
    const [{ filename }] = JSON.parse(
      await run("npm", ["pack", "--json", "--pack-destination", scratch], { cwd: packageDir }),
    );
    mkdirSync(dir);
    const dependencies = {
      "@rollcall/client": `file:${join(scratch, filename)}`,
      "@types/node": versionOf("@types/node"),
      msw: versionOf("msw"),
      typescript: "5.9.3",
    };
    writeFileSync(join(dir, "package.json"), JSON.stringify({ private: true, type: "module", dependencies }));
    writeFileSync(join(dir, "tsconfig.json"), JSON.stringify(tsconfig));
    await run("npm", ["install", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: dir });
  }, INSTALL_TIMEOUT_MS);
  afterAll(() => rmSync(scratch, { recursive: true }));
  return {
    dir,
    packageDir,
    write: (name, text) => writeFileSync(join(dir, name), text),
    copy: (name) => copyFileSync(join(import.meta.dirname, name), join(dir, name)),
    node: (...args) => run(process.execPath, args, { cwd: dir }),
    nodeUntil: (text, ...args) => run(process.execPath, args, { cwd: dir, until: text }),
  };
}

const execute = promisify(execFile);

interface RunOptions {
  readonly cwd: string;
  readonly until?: string;
}

async function run(command: string, args: readonly string[], { cwd, until }: RunOptions): Promise<string> {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const running = execute(command, args, { cwd, env, maxBuffer: 2 ** 26 });
  if (until !== undefined) terminateAt(until, running.child);
  try {
    return (await running).stdout;
  } catch (error) {
    const { stdout = "", stderr = "" } = Object(error);
    throw new Error(`${command} ${args.join(" ")} failed:\n${stdout}${stderr}`, { cause: error });
  }
}

function terminateAt(text: string, program: ChildProcess): void {
  let printed = "";
  program.stdout?.on("data", (chunk: string) => {
    printed += chunk;
    if (!program.killed && printed.includes(text)) program.kill("SIGTERM");
  });
}

/** Of a package that this one is tested with. */
function versionOf(name: string): string {
  const manifest = join(import.meta.dirname, "../node_modules", name, "package.json");
  return JSON.parse(readFileSync(manifest, "utf8")).version;
}
