import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../repository.ts";

export const clientDir = join(repository, "packages/client");

/** What consumers may import, and the module behind each. */
export const entryPoints = { index: "src/index.ts", testing: "src/testing/index.ts" } as const;

/** What the packed package brings along; what it does not name here is bundled into it. */
export const dependencies = ["@trpc/client", "@trpc/server", "openapi-fetch"] as const;
/** What it expects of whoever imports `@rollcall/client/testing`: handlers work with the consumer's own msw only. */
export const optionalPeers = ["msw"] as const;

/** Tells whether an import stays an import in the bundles. */
export function isExternal(specifier: string): boolean {
  return [...dependencies, ...optionalPeers].some((name) => specifier === name || specifier.startsWith(`${name}/`));
}

interface Manifest {
  readonly version: string;
  readonly engines: Readonly<Record<string, string>>;
}

/** The manifest of the package in a folder. */
export function readManifest(dir: string): Manifest {
  return JSON.parse(readFileSync(join(dir, "package.json"), "utf8"));
}
