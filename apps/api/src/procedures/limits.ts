/** Of one request's body, after decompression. */
export const MAX_BODY_BYTES = 1_000_000;
/** Calls in one tRPC request. */
export const MAX_BATCH_SIZE = 20;
