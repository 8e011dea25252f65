import { join } from "node:path";
import { rollup } from "rollup";
import { dts } from "rollup-plugin-dts";
import { entryPoints, isExternal } from "./client-package.ts";

/** Writes `index.d.ts` and `testing.d.ts` from declarations module by module, as `emitDeclarations` writes them. */
export async function bundleDeclarations(declarationsDir: string, outDir: string): Promise<void> {
  const moduleOf = (file: string) => declarationOf(join(declarationsDir, "packages/client", file));
  await using bundle = await rollup({
    input: Object.fromEntries(Object.entries(entryPoints).map(([name, file]) => [name, moduleOf(file)])),
    external: (specifier) => !specifier.startsWith("@rollcall/") && /^[@a-z]/.test(specifier),
    plugins: [resolveWorkspace(declarationsDir), dts()],
    onLog(level, { message }) {
      // Consumers name what they get by the client's own types, as `RollcallOutputs["users"]["get"]`.
      if (!message.includes("private shared type exports")) throw new Error(`${level}: ${message}`);
    },
  });
  const { output } = await bundle.write({
    dir: outDir,
    entryFileNames: "[name].d.ts",
    chunkFileNames: "shared-[hash].d.ts",
  });
  const own = output.map(({ fileName }) => fileName);
  const imports = output.flatMap((chunk) => (chunk.type === "chunk" ? chunk.imports : []));
  const unknown = imports.filter((specifier) => !own.includes(specifier) && !isExternal(specifier));
  if (unknown.length > 0) throw new Error(`The declarations need what no consumer has: ${unknown.join(", ")}.`);
}

/** Finds the declarations of workspace packages, and of modules that are imported with the ending `.ts`. */
function resolveWorkspace(declarationsDir: string) {
  return {
    name: "resolve-workspace",
    resolveId(specifier: string, importer: string | undefined) {
      const [, name] = /^@rollcall\/([a-z-]+)$/.exec(specifier) ?? [];
      if (name !== undefined) return join(declarationsDir, `packages/${name}/src/index.d.ts`);
      if (importer === undefined || !specifier.startsWith(".")) return null;
      return declarationOf(join(importer, "..", specifier));
    },
  };
}

function declarationOf(module: string): string {
  return module.replace(/(?<!\.d)\.ts$/, ".d.ts");
}
