export { createRollcallClient, type RollcallClient, type RollcallClientOptions } from "./create-rollcall-client.ts";
export { listAll } from "./list-all.ts";
export { readEvents, type RollcallEvent } from "./read-events.ts";
