import type { IdempotencyClaim } from "@rollcall/domain";

export interface IdempotencyRow extends IdempotencyClaim {
  /** null until the request is done. */
  readonly answer: Uint8Array | null;
  readonly claimedAt: Date;
}
