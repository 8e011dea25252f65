import type { GeneratorReply } from "./load-generator.ts";
import { runWindow } from "./run-window.ts";
import type { Window } from "./window.ts";

/** The load generator's own process: it runs the windows that it is sent, one at a time. */
process.on("message", (window: Window) => {
  runWindow(window)
    .then((result): GeneratorReply => ({ result }))
    .catch((error: unknown): GeneratorReply => ({ failure: error instanceof Error ? error.message : String(error) }))
    .then((reply) => process.send?.(reply))
    .catch(() => process.exit(1));
});
process.on("disconnect", () => process.exit(0));
