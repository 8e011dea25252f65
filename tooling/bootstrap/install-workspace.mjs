import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BOOTSTRAP_DIR, REPO_ROOT } from "./paths.mjs";
import { runCommand } from "./run-command.mjs";
import { say } from "./say.mjs";

const PNPM_PACKAGE = `@pnpm/exe.${process.platform}-${process.arch}`;
const PNPM_DIR = join(BOOTSTRAP_DIR, "node_modules", PNPM_PACKAGE);
const NPM_CI = ["npm", "ci", "--ignore-scripts", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
const PNPM_INSTALL = [join(PNPM_DIR, "pnpm"), "install", "--frozen-lockfile", "--loglevel=warn"];
/** What goes wrong is shown; the rest of what npm and pnpm say is for nobody. */
const QUIET = ["ignore", "ignore", "inherit"];

/**
 * Brings pnpm, locked by the package-lock.json beside this file, and with it the workspace's dependencies, Node among
 * them. Costs a fraction of a second when nothing has changed.
 *
 * @returns the exit code, and the directories whose commands come before the host's
 */
export async function installWorkspace(env) {
  const exitCode = (await installPnpm(env)) || (await installDependencies(env));
  return { exitCode, binDirs: [join(REPO_ROOT, "node_modules", ".bin"), PNPM_DIR] };
}

async function installPnpm(env) {
  const { optionalDependencies } = readJson(join(BOOTSTRAP_DIR, "package.json"));
  const wanted = optionalDependencies[PNPM_PACKAGE];
  if (installedPnpm() === wanted) return 0;

  say(`fetching pnpm ${wanted}`);
  const { exitCode } = await runCommand(NPM_CI, { cwd: BOOTSTRAP_DIR, env, stdio: QUIET });
  if (exitCode !== 0 || installedPnpm() === wanted) return exitCode;
  // npm takes an optional dependency it could not download for a success.
  say(`could not fetch ${PNPM_PACKAGE} ${wanted}: check the network and npm's registry setting, then try again`);
  return 1;
}

function installedPnpm() {
  try {
    return readJson(join(PNPM_DIR, "package.json")).version;
  } catch {
    return undefined;
  }
}

async function installDependencies({ NODE_ENV: _, ...env }) {
  say("checking dependencies");
  // Without NODE_ENV, because "production" would leave out what builds and tests; with CI, so that nothing is asked.
  const options = { cwd: REPO_ROOT, env: { ...env, CI: "true" }, stdio: QUIET };
  const { exitCode } = await runCommand(PNPM_INSTALL, options);
  return exitCode;
}

function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}
