export type { RollcallClientOptions } from "./client-options.ts";
export {
  createRollcallClient,
  type RollcallClient,
  type RollcallInputs,
  type RollcallOutputs,
} from "./create-rollcall-client.ts";
export type { Credential } from "./credential.ts";
export type { Problem, RollcallErrorCode } from "./error/problem.ts";
export { RollcallError } from "./error/rollcall-error.ts";
export { isRollcallError, toRollcallError } from "./error/to-rollcall-error.ts";
export { followEvents, type FollowEventsOptions } from "./events/follow-events.ts";
export { readEvents, type RollcallEvent } from "./events/read-events.ts";
export { listAll } from "./list-all.ts";
export { createRollcallRestClient, type RollcallRestClient } from "./rest/create-rollcall-rest-client.ts";
export { unwrap } from "./rest/unwrap.ts";
