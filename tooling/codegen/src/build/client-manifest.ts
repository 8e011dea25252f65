import { join } from "node:path";
import { repository } from "../repository.ts";
import { clientDir, dependencies, entryPoints, optionalPeers, readManifest } from "./client-package.ts";

/** What the packed client says of itself. Versions are those that the workspace is tested with. */
export function clientManifest() {
  return {
    name: "@rollcall/client",
    version: readManifest(clientDir).version,
    description: "The typed client of Rollcall: the people and groups that identity providers push, and every change.",
    type: "module",
    sideEffects: false,
    exports: Object.fromEntries(Object.keys(entryPoints).map(exportOf)),
    engines: { node: readManifest(repository).engines["node"] },
    dependencies: caretVersions(dependencies),
    peerDependencies: caretVersions(optionalPeers),
    peerDependenciesMeta: Object.fromEntries(optionalPeers.map((name) => [name, { optional: true }])),
  };
}

function exportOf(name: string) {
  const subpath = name === "index" ? "." : `./${name}`;
  return [subpath, { types: `./${name}.d.ts`, default: `./${name}.js` }] as const;
}

function caretVersions(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => [name, `^${readManifest(join(clientDir, "node_modules", name)).version}`]),
  );
}
