import { fold, type Predicate } from "@rollcall/domain";
import { type RawBuilder, sql } from "kysely";
import type { Finders } from "./finders.ts";
import type { FoundId } from "./found-id.ts";

/**
 * The ids that a predicate holds for, when indexes can find all of them; undefined when they cannot. Each attribute is
 * asked once, for all of its values: a union of hundreds of queries takes longer to plan than to run.
 */
export function findIds(finders: Finders, predicate: Predicate): RawBuilder<FoundId> | undefined {
  const terms = termsOf(predicate);
  if (terms === undefined || terms.length === 0) return undefined;
  const queries: RawBuilder<FoundId>[] = [];
  for (const [path, values] of Map.groupBy(terms, (term) => term.path)) {
    const find = finders.by[path];
    if (find === undefined) return undefined;
    queries.push(find([...new Set(values.map(({ value }) => value))]));
  }
  return sql`${sql.join(
    queries.map((query) => sql`(${query})`),
    sql` union `,
  )}`;
}

/** An attribute and a value as it is compared. */
interface Term {
  readonly path: string;
  readonly value: string;
}

/** What a predicate asks for when all it asks is whether one of these holds. */
function termsOf(predicate: Predicate): Term[] | undefined {
  if (predicate.kind === "or") {
    const terms = predicate.operands.map(termsOf);
    return terms.includes(undefined) ? undefined : terms.flatMap((each) => each ?? []);
  }
  if (predicate.kind !== "compare" || predicate.operator !== "eq") return undefined;
  const { attribute, value } = predicate;
  if (typeof value !== "string") return undefined;
  return [{ path: attribute.path.join("."), value: attribute.caseExact ? value : fold(value) }];
}
