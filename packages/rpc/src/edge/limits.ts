/** Of one request's body. */
export const MAX_BODY_BYTES = 1_000_000;
/** Of objects and lists in one another, in a body or an input. */
export const MAX_JSON_DEPTH = 40;
/** Calls in one tRPC request. */
export const MAX_BATCH_SIZE = 20;
