import { ask } from "./ask.ts";

/** A process of its own: asks as much as it can until its parent says anything, then tells how it was answered. */
const [scimUrl = "", token = "", connections = ""] = process.argv.slice(2);
const stop = new AbortController();
process.once("message", () => stop.abort());

const answers = await ask({ scimUrl, token, connections: Number(connections), pauseMs: 0, until: stop.signal });
process.send?.(answers.map(({ status }) => status));
process.disconnect();
