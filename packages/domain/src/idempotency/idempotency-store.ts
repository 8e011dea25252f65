/**
 * Remembers the answers to requests that must not take effect twice, for IDEMPOTENCY_WINDOW_HOURS. Keys of different
 * callers never meet.
 */
export interface IdempotencyStore {
  /** Takes the key for one request, or tells what became of the request that took it before. */
  claim(claim: IdempotencyClaim): Promise<IdempotencyVerdict>;
  /** Keeps the answer; `answer` is opaque, and encrypted where it holds a secret. */
  complete(key: IdempotencyKey, answer: Uint8Array): Promise<void>;
  /** Gives the key back: the request was refused and changed nothing. */
  release(key: IdempotencyKey): Promise<void>;
}

export interface IdempotencyKey {
  /** Whose key it is, as in `api_key:01935f1e-…`. */
  readonly caller: string;
  readonly key: string;
}

export interface IdempotencyClaim extends IdempotencyKey {
  /** Digest of what was asked, so that another question under the same key is noticed. */
  readonly fingerprint: Uint8Array;
}

/** claimed: go on. running: taken, and no answer yet. done: this was the answer. mismatch: it was another question. */
export type IdempotencyVerdict =
  | { readonly kind: "claimed" | "running" | "mismatch" }
  | { readonly kind: "done"; readonly answer: Uint8Array };

/** A key is free again after that, also when its request never ended. */
export const IDEMPOTENCY_WINDOW_HOURS = 24;
export const MAX_IDEMPOTENCY_KEY_LENGTH = 255;
