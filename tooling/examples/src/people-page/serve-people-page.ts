import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export interface ServedPage {
  readonly url: string;
  close(): void;
}

/** Bundles the page for the browser and serves it on a port of its own, which is an origin of its own. */
export async function servePeoplePage(): Promise<ServedPage> {
  const {
    outputFiles: [bundle],
  } = await build({
    entryPoints: [fileURLToPath(new URL("people-page.ts", import.meta.url))],
    bundle: true,
    format: "esm",
    write: false,
  });
  const html = readFileSync(new URL("people-page.html", import.meta.url));
  const server = createServer(({ url }, response) => {
    if (url === "/") response.setHeader("Content-Type", "text/html; charset=utf-8").end(html);
    else if (url === "/people-page.js") response.setHeader("Content-Type", "text/javascript").end(bundle?.contents);
    else response.writeHead(404).end();
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}
