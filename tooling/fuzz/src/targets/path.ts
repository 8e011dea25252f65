import { applyPatch, type Filter, jsonEqual, type JsonValue, parseFilter, type PatchOperation } from "@rollcall/scim";
import type { Target } from "../target.ts";
import { asJson, BADGE, richUserType, sampleUser } from "./sample-resources.ts";
import { hold, readOrRefuse } from "./hold.ts";
import { printFilter, printPath } from "./print-filter.ts";
import { filterWords } from "./words.ts";

/** Values that some attribute or other takes. */
const values: readonly JsonValue[] = [
  "x@y",
  true,
  7,
  { value: "v", type: "work" },
  [{ value: "w" }],
  { door: "x" },
  null,
];

/** Paths of PATCH: every spelling of one path does the same. */
export const pathTarget: Target = {
  name: "path",
  covers: /packages\/scim\/src\//u,
  // No room for more comparisons than a filter may have.
  maxLength: 1_000,
  maxStepsPerCharacter: 2_000,
  dictionary: filterWords,
  seeds: [
    "userName",
    "name.givenName",
    'emails[type eq "work"].value',
    'emails[primary eq true and not (type eq "home")]',
    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value",
    "urn:ietf:params:scim:schemas:core:2.0:User:roles[value pr].display",
    `${BADGE}:keys[door eq "front" or until pr].until`,
    BADGE,
  ],
  attempt(path) {
    const removal = patch({ op: "remove", path });
    // Then it is the path itself that is refused, whatever is to be done there.
    if ("refusal" in removal && /invalid(?:Path|Filter)/u.test(removal.refusal)) return removal.refusal;
    checkSpellings({ op: "remove", path }, removal);
    const changes = values.flatMap((value) => (["add", "replace"] as const).map((op) => ({ op, path, value })));
    const outcomes = changes.map((operation) => {
      const outcome = patch(operation);
      checkSpellings(operation, outcome);
      checkWithoutPath(operation, outcome);
      return outcome;
    });
    const refusals = [removal, ...outcomes].flatMap((outcome) => ("refusal" in outcome ? [outcome.refusal] : []));
    return refusals.length > outcomes.length ? String(refusals[0]) : `done: ${outcomes.length + 1 - refusals.length}`;
  },
};

type Outcome = ReturnType<typeof patch>;

function patch(operation: PatchOperation) {
  return readOrRefuse(() => asJson(applyPatch(richUserType, sampleUser, [operation])));
}

function isSame(left: Outcome, right: Outcome): boolean {
  if ("result" in left && "result" in right) return jsonEqual(left.result, right.result);
  return "refusal" in left && "refusal" in right;
}

function checkSpellings(operation: PatchOperation, outcome: Outcome): void {
  if ("refusal" in outcome) return;
  const { path = "" } = operation;
  for (const spelling of [rewrite(path), upperCase(path), ` ${path} `]) {
    hold(`${JSON.stringify(spelling)} does the same`, isSame(outcome, patch({ ...operation, path: spelling })));
  }
}

/** The path as it is written back after reading: a filter that ends in `pr` holds the same path. */
function rewrite(path: string): string {
  const filter = readFilter(path);
  if (filter.kind !== "valuePath") return "path" in filter ? printPath(filter.path) : path;
  const attribute = printPath(filter.path);
  if (path.trimEnd().endsWith("]")) return `${attribute}[${printFilter(filter.filter)}]`;
  const [inner, last] = filter.filter.kind === "and" ? filter.filter.filters : [];
  if (inner === undefined || last?.kind !== "present") return path;
  return `${attribute}[${printFilter(inner)}].${printPath(last.path)}`;
}

function readFilter(path: string): Filter {
  return parseFilter(path.trimEnd().endsWith("]") ? path : `${path} pr`);
}

/** Names, operators and keywords may be in any case; texts are not touched. */
function upperCase(path: string): string {
  return path.replaceAll(/"(?:[^"\\]|\\.)*"|[^"]+/gsu, (part) => (part.startsWith('"') ? part : part.toUpperCase()));
}

/**
 * A path that stands as a key in a value without path does the same as the path, or nothing: what is unknown or read-only
 * is ignored there.
 */
function checkWithoutPath({ op, path = "", value = null }: PatchOperation, outcome: Outcome): void {
  const isWholeSchema = path.toLowerCase() === richUserType.definition.schema.id.toLowerCase();
  if (isWholeSchema || path.trim() === "") return;
  const byKey = patch({ op, value: Object.fromEntries([[path, value]]) });
  if ("refusal" in byKey || jsonEqual(byKey.result, asJson(sampleUser))) return;
  hold("a key does what it does as a path", isSame(byKey, outcome));
}
