import { IDEMPOTENCY_WINDOW_HOURS, type IdempotencyKey, type IdempotencyStore } from "@rollcall/domain";
import type { Cell } from "./cell.ts";
import type { IdempotencyRow } from "./idempotency-row.ts";

const WINDOW_MS = IDEMPOTENCY_WINDOW_HOURS * 60 * 60 * 1000;

/** The idempotency keys of a tenant or of the deployment, whichever the cell is of. */
export function createIdempotencyStore<TRows extends { readonly idempotencyKeys: Map<string, IdempotencyRow> }>(
  cell: Cell<TRows>,
): IdempotencyStore {
  return {
    claim: (claim) =>
      cell.write(({ idempotencyKeys }) => {
        const taken = idempotencyKeys.get(nameOf(claim));
        if (taken === undefined || Date.now() - taken.claimedAt.getTime() > WINDOW_MS) {
          idempotencyKeys.set(nameOf(claim), { ...structuredClone(claim), answer: null, claimedAt: new Date() });
          return { kind: "claimed" };
        }
        if (!isSame(taken.fingerprint, claim.fingerprint)) return { kind: "mismatch" };
        return taken.answer === null ? { kind: "running" } : { kind: "done", answer: taken.answer };
      }),

    complete: (key, answer) =>
      cell.write(({ idempotencyKeys }) => {
        const taken = idempotencyKeys.get(nameOf(key));
        if (taken !== undefined) idempotencyKeys.set(nameOf(key), { ...taken, answer: Uint8Array.from(answer) });
      }),

    release: (key) =>
      cell.write(({ idempotencyKeys }) => {
        if (idempotencyKeys.get(nameOf(key))?.answer === null) idempotencyKeys.delete(nameOf(key));
      }),
  };
}

function nameOf({ caller, key }: IdempotencyKey): string {
  return JSON.stringify([caller, key]);
}

function isSame(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
