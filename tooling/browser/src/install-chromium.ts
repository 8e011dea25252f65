import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";

export interface InstalledChromium {
  readonly executablePath: string;
  /** What the program needs beside the environment it inherits. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Unpacks the Chromium that npm brought, once for each version, below the user's cache folder. No system package is
 * needed: the libraries and a font come along.
 * @throws Error where the package has no program for the machine.
 */
export async function installChromium(): Promise<InstalledChromium> {
  if (process.platform !== "linux" || process.arch !== "x64") throw new Error(noProgram);
  const packageDir = join(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "..");
  const { version } = JSON.parse(readFileSync(join(packageDir, "package.json"), "utf8"));
  const dir = join(homedir(), ".cache/rollcall", `chromium-${version}`);
  if (!existsSync(dir)) await unpack(join(packageDir, "bin"), dir);
  const { LD_LIBRARY_PATH: ownLibraries } = process.env;
  const libraries = join(dir, "lib");
  return {
    executablePath: join(dir, "chromium"),
    env: {
      LD_LIBRARY_PATH: ownLibraries ? `${ownLibraries}:${libraries}` : libraries,
      // A machine without any font would show no text.
      ...(!existsSync(SYSTEM_FONTS) && { FONTCONFIG_FILE: join(dir, "fonts.conf") }),
    },
  };
}

const noProgram = "npm brings a Chromium for Linux on x64 only; set CHROMIUM_PATH to one of your own.";
const SYSTEM_FONTS = "/etc/fonts/fonts.conf";

/** Fills a folder beside the wanted one and renames it, so that nobody ever sees half of it. */
async function unpack(binDir: string, dir: string): Promise<void> {
  await mkdir(dirname(dir), { recursive: true });
  const unfinished = await mkdtemp(`${dir}-`);
  for (const archive of ["al2023.tar.br", "fonts.tar.br"]) {
    const tar = await decompress(await readFile(join(binDir, archive)));
    execFileSync("tar", ["-x", "--no-same-owner", "-C", unfinished], { input: tar });
  }
  // The package's own configuration looks for fonts elsewhere.
  await writeFile(join(unfinished, "fonts.conf"), `<fontconfig><dir>${join(dir, "fonts")}</dir></fontconfig>`);
  const executablePath = join(unfinished, "chromium");
  await writeFile(executablePath, await decompress(await readFile(join(binDir, "chromium.br"))));
  await chmod(executablePath, 0o755);
  await chmod(unfinished, 0o755);
  // Another process may have been faster; its folder is as good.
  await rename(unfinished, dir).catch(() => rm(unfinished, { recursive: true }));
}

const decompress = promisify(brotliDecompress);
