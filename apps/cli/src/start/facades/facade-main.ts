import { runFacade } from "./run-facade.ts";

// What `main.ts` does for the same reasons.
process.stderr.on("error", () => undefined);
process.report.excludeEnv = true;

runFacade();
