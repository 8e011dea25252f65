import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../repository.ts";
import { clientDir } from "./client-package.ts";

/**
 * Types of the server's inside. They stand in the router's type, but no consumer can do anything with them, and they
 * would bring the whole domain and its dependencies along.
 */
const opaque = {
  "packages/rpc/src/context.d.ts": "export type ApiContext = object;\n",
  "packages/rpc/src/endpoint.d.ts": "export type EndpointMeta = object;\n",
} as const satisfies Record<string, string>;

/** Writes the declarations of the client and of all workspace modules it stands on, each module's in a file of its own. */
export function emitDeclarations(outDir: string): void {
  // The workspace's compiler, not this package's: it is native, and faster by far.
  const tsc = join(repository, "node_modules/.bin/tsc");
  // Checkers in parallel each work out the router's types again, which takes three times as long in all.
  const args = ["--project", "tsconfig.build.json", "--outDir", outDir, "--singleThreaded"];
  execFileSync(tsc, args, { cwd: clientDir, stdio: "inherit" });
  for (const [file, text] of Object.entries(opaque)) writeFileSync(join(outDir, file), text);
}
