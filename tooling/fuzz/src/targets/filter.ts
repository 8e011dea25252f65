import { evaluatePredicate } from "@rollcall/domain";
import {
  evaluateFilter,
  type Filter,
  groupType,
  jsonEqual,
  parseFilter,
  resolveFilter,
  type ResolvedFilter,
  resolveSharedFilter,
} from "@rollcall/scim";
import type { Target } from "../target.ts";
import { asJson, BADGE, deepFreeze, richUserType, sampleUsers } from "./sample-resources.ts";
import { hold, readOrRefuse } from "./hold.ts";
import { printFilter } from "./print-filter.ts";
import { toPredicate } from "./to-predicate.ts";
import { filterWords } from "./words.ts";

/** Filters as text: those that are read can be written back, and every interpreter answers them alike. */
export const filterTarget: Target = {
  name: "filter",
  covers: /packages\/(scim|domain)\/src\//u,
  maxLength: 4_000,
  maxStepsPerCharacter: 300,
  dictionary: filterWords,
  seeds: [
    'userName eq "ada"',
    'emails[type eq "work" and value co "@x"].value pr or not (active eq true)',
    'emails[primary eq true] and (name.familyName sw "S" or title pr) and meta.created gt "2024-01-01T00:00:00Z"',
    `${BADGE}:whole le -7 and ${BADGE}:since ge "2024-01-31T07:00:00Z" and ${BADGE}:tags eq "b"`,
    `${BADGE}:fraction lt 1e3 or ${BADGE}:keys[door ew "ont" and until ne null] or roles ne "dev"`,
  ],
  attempt(text) {
    const parsed = readOrRefuse(() => parseFilter(text));
    if ("refusal" in parsed) return parsed.refusal;
    const filter = deepFreeze(parsed.result);
    hold("a filter that is written back reads the same", isSame(filter, readBack(filter)));
    const resolved = readOrRefuse(() => resolveFilter(richUserType, filter));
    const shared = readOrRefuse(() => resolveSharedFilter([richUserType, groupType], filter));
    if ("refusal" in resolved) return resolved.refusal;
    if ("result" in shared) checkShared(resolved.result, shared.result[0]);
    return sampleUsers.map((user) => String(answer(resolved.result, asJson(user)))).join(" ");
  },
};

function readBack(filter: Filter): Filter {
  return parseFilter(printFilter(filter));
}

function isSame(left: object, right: object | undefined): boolean {
  return right !== undefined && JSON.stringify(left) === JSON.stringify(right);
}

/** A search over several types asks each what a search of it alone would. */
function checkShared(alone: ResolvedFilter, shared: ResolvedFilter | undefined): void {
  hold("a type that knows all attributes is asked the same among others", isSame(alone, shared));
}

function answer(filter: ResolvedFilter, user: ReturnType<typeof asJson>): boolean {
  const before = structuredClone(user);
  const holds = evaluateFilter(filter, user);
  hold("a filter and its contrary differ", evaluateFilter({ kind: "not", filter }, user) !== holds);
  hold(
    "SCIM's and the domain's interpreter agree",
    evaluatePredicate(toPredicate(filter), { profile: user }) === holds,
  );
  hold("asking changes nothing", jsonEqual(user, before));
  return holds;
}
