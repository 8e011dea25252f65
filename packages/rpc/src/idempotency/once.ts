import { createHash } from "node:crypto";
import { type Directory, DomainError } from "@rollcall/domain";
import type { z } from "zod";
import type { Caller } from "../caller.ts";
import type { ApiContext } from "../context.ts";
import { ApiError } from "../error/api-error.ts";
import { seal, unseal } from "./seal.ts";

interface Call<TContext, TInput> {
  readonly ctx: TContext;
  readonly input: TInput;
  /** The procedure, as in `users.create`. */
  readonly path: string;
  /** Its place among the calls of one request. */
  readonly batchIndex?: number;
}

type CreatingContext = ApiContext & { readonly caller: Caller; readonly directory?: Directory };

/**
 * Makes a mutation that creates something take effect once per Idempotency-Key: a repetition gets the first answer
 * again, as `answers` describes it. Without the header it runs as it is. When the first request ended without an
 * outcome that is known, a repetition is refused rather than risked.
 * @throws ApiError `idempotency_in_progress`, `idempotency_key_reused`.
 */
export function once<TContext extends CreatingContext, TInput, TAnswer>(
  answers: z.ZodType<TAnswer>,
  create: (call: Call<TContext, TInput>) => Promise<TAnswer>,
) {
  return async (call: Call<TContext, TInput>): Promise<TAnswer> => {
    const { ctx, input, path, batchIndex } = call;
    if (ctx.idempotencyKey === undefined) return await create(call);
    const store = ctx.directory?.idempotency ?? ctx.platform.idempotency;
    const { kind, id } = ctx.caller.actor;
    // The first of a request is the request itself, whether it came alone, in a batch or over REST.
    const place = batchIndex === undefined || batchIndex === 0 ? "" : `#${batchIndex}`;
    const key = { caller: `${kind}:${id}`, key: ctx.idempotencyKey + place };
    const fingerprint = createHash("sha256")
      .update(JSON.stringify([path, input]))
      .digest();
    const verdict = await store.claim({ ...key, fingerprint });
    switch (verdict.kind) {
      case "running":
        throw new ApiError("idempotency_in_progress");
      case "mismatch":
        throw new ApiError("idempotency_key_reused");
      case "done":
        return answers.parse(unseal(ctx, verdict.answer));
      case "claimed":
    }
    const answer = await create(call).catch(async (error: unknown) => {
      if (changedNothing(error)) await store.release(key);
      throw error;
    });
    // The change has been made, and that is what the caller must hear even when this fails.
    await store.complete(key, seal(ctx.pepper, answer)).catch(() => undefined);
    return answer;
  };
}

/** A refusal is certain to have changed nothing; an outage is not. */
function changedNothing(error: unknown): boolean {
  return error instanceof DomainError && error.refusal.code !== "unavailable";
}
