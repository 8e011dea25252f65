import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleDeclarations } from "./bundle-declarations.ts";
import { bundleScripts } from "./bundle-scripts.ts";
import { clientManifest } from "./client-manifest.ts";
import { clientDir } from "./client-package.ts";
import { emitDeclarations } from "./emit-declarations.ts";

/** Makes a folder that `npm pack` turns into the package consumers install. What was in the folder is gone. */
export async function buildClient(outDir: string): Promise<void> {
  rmSync(outDir, { recursive: true, force: true });
  mkdirSync(outDir, { recursive: true });
  const declarationsDir = mkdtempSync(join(tmpdir(), "rollcall-declarations-"));
  try {
    emitDeclarations(declarationsDir);
    await bundleDeclarations(declarationsDir, outDir);
  } finally {
    rmSync(declarationsDir, { recursive: true, force: true });
  }
  await bundleScripts(outDir);
  writeFileSync(join(outDir, "package.json"), `${JSON.stringify(clientManifest(), undefined, 2)}\n`);
  copyFileSync(join(clientDir, "README.md"), join(outDir, "README.md"));
}
