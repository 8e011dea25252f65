import { createHash } from "node:crypto";
import { type CompiledQuery, type QueryExecutorProvider, type RawBuilder, sql } from "kysely";
import { queryBuilder } from "./query-builder.ts";

/** A statement compiled once, sent under a name so that each connection parses and plans it once. */
export interface Statement<TParams, TRow> {
  readonly name: string;
  readonly text: string;
  readonly values: (params: TParams) => unknown[];
  /** Carries the row type only. */
  readonly row?: TRow;
}

class Placeholder {
  readonly key: string;
  constructor(key: string) {
    this.key = key;
  }
}

/** A query of Kysely's builder, or one written with its `sql` tag. */
interface Query<TRow> {
  compile(provider: QueryExecutorProvider): CompiledQuery<TRow>;
}

/** Stands for the value that each call passes under `key`. */
export type Parameter<TParams> = <TKey extends keyof TParams & string>(key: TKey) => RawBuilder<TParams[TKey]>;

/**
 * Compiles a query whose values are given later. `TParams` names them; the query refers to them through `param`.
 *
 * @example statement<{ id: string }>()("tenant-find", (param) => queryBuilder.selectFrom("tenants").where("id", "=", param("id")))
 */
export function statement<TParams extends object>() {
  return <TRow>(name: string, build: (param: Parameter<TParams>) => Query<TRow>): Statement<TParams, TRow> => {
    const compiled = build((key) => sql`${new Placeholder(key)}`).compile(queryBuilder);
    // The text's hash keeps two versions of the code apart on one pooled connection.
    const hash = createHash("sha256").update(compiled.sql).digest("hex").slice(0, 8);
    const bound = compiled.parameters.map((parameter) =>
      parameter instanceof Placeholder ? parameter : { key: undefined, constant: parameter },
    );
    return {
      name: `${name}-${hash}`,
      text: compiled.sql,
      values: (params) =>
        bound.map((slot): unknown => (slot instanceof Placeholder ? Reflect.get(params, slot.key) : slot.constant)),
    };
  };
}
