import { join } from "node:path";
import { build, type BuildOptions } from "esbuild";
import { clientDir, dependencies, entryPoints, optionalPeers } from "./client-package.ts";

/**
 * Modules that bring a dependency along. They stay modules of their own in the bundle, so that a consumer's bundler can
 * leave them out together with that dependency.
 */
const separate = {
  "create-rollcall-client": "src/create-rollcall-client.ts",
  "create-rollcall-rest-client": "src/rest/create-rollcall-rest-client.ts",
};

/** Writes `index.js` with the modules it shares with others, for any platform, and `testing.js` for Node. */
export async function bundleScripts(outDir: string): Promise<void> {
  const { index, testing } = entryPoints;
  await build({ ...common, entryPoints: absolute({ index, ...separate }), outdir: outDir, platform: "neutral" });
  await build({
    ...common,
    entryPoints: absolute({ testing }),
    outdir: outDir,
    platform: "node",
    // Some of what is bundled is CommonJS, and requires Node's own modules.
    banner: { js: 'import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);' },
  });
}

const common = {
  bundle: true,
  splitting: true,
  chunkNames: "shared-[hash]",
  format: "esm",
  target: "es2022",
  external: [...dependencies, ...optionalPeers],
  logLevel: "warning",
} as const satisfies BuildOptions;

function absolute(modules: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(modules).map(([name, file]) => [name, join(clientDir, file)]));
}
