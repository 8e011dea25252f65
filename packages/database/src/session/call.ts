import type { CompiledQuery } from "kysely";
import type { Outcome, Step } from "./exchange.ts";
import type { Statement } from "./statement.ts";

/** A statement with its parameters, ready to be sent. */
export interface Call<TRow> extends Step {
  /** Carries the row type only. */
  readonly row?: TRow;
}

export function callOf<TParams, TRow>({ name, text, values }: Statement<TParams, TRow>, params: TParams): Call<TRow> {
  return { name, text, values: values(params) };
}

/** Without a name: a query built for one call is not worth keeping a plan of. */
export function callOfQuery<TRow>({ sql, parameters }: CompiledQuery<TRow>): Call<TRow> {
  return { text: sql, values: parameters };
}

/** The rows of a call's outcome. What they look like is the statement's word: the server knows no types of ours. */
export function rowsOf<TRow>(_call: Call<TRow>, outcome: Outcome | undefined): TRow[] {
  if (outcome === undefined) return [];
  // oxlint-disable-next-line no-unsafe-type-assertion -- As the comment above says: here rows get their types.
  return outcome.rows as TRow[];
}
