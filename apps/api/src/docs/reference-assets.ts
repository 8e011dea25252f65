import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

interface ReferenceAssets {
  /** Changes with any of the assets, so that they may be cached for ever under a path that has it. */
  readonly version: string;
  readonly assets: readonly { readonly name: string; readonly bytes: Buffer }[];
}

const VERSION_LENGTH = 12;

/** The files that the pages load: Swagger UI, as npm brought it, what starts it, and the style of the other page. */
export function loadReferenceAssets(): ReferenceAssets {
  const { resolve } = createRequire(import.meta.url);
  const assets = [
    { name: "swagger-ui.css", bytes: readFileSync(resolve("swagger-ui-dist/swagger-ui.css")) },
    { name: "swagger-ui-bundle.js", bytes: readFileSync(resolve("swagger-ui-dist/swagger-ui-bundle.js")) },
    { name: "errors.css", bytes: readFileSync(new URL("errors.css", import.meta.url)) },
    { name: "start-reference.js", bytes: readFileSync(new URL("start-reference.js", import.meta.url)) },
  ];
  const hash = createHash("sha256");
  for (const { bytes } of assets) hash.update(bytes);
  return { version: hash.digest("hex").slice(0, VERSION_LENGTH), assets };
}
