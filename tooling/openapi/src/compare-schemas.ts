import type { BreakingChange } from "./breaking-change.ts";
import type { OpenApi, Schema } from "./openapi.ts";
import { sameJson } from "./same-json.ts";

export interface SchemaComparison {
  readonly at: string;
  readonly direction: "request" | "response";
  readonly released: OpenApi;
  readonly current: OpenApi;
  /** Pairs of models that are being compared further up: models may hold themselves. */
  readonly open?: ReadonlySet<string>;
}

/**
 * What breaks callers when a schema becomes another. Whatever is sent must fit the one who receives it: requests made
 * for the released schema must fit the current one, current answers must fit the released schema.
 */
export function compareSchemas(comparison: SchemaComparison, released: Schema, current: Schema): BreakingChange[] {
  const pair = `${released.$ref} ${current.$ref}`;
  const isModel = released.$ref !== undefined && current.$ref !== undefined;
  if (isModel && comparison.open?.has(pair)) return [];
  const deeper = isModel ? { ...comparison, open: new Set(comparison.open).add(pair) } : comparison;
  const sides = {
    released: alternatives(released, comparison.released),
    current: alternatives(current, comparison.current),
  };
  const [sent, received] =
    comparison.direction === "request" ? [sides.released, sides.current] : [sides.current, sides.released];
  return sent.flatMap((each) => compareToAll(deeper, each, received));
}

/** A schema as the list of schemas of which one must hold: unions are spread, types and nullability too. */
function alternatives(schema: Schema, document: OpenApi): readonly Schema[] {
  const { $ref: reference, anyOf, oneOf, ...rest } = schema;
  if (reference !== undefined) return alternatives(resolve(reference, document), document);
  const members = anyOf ?? oneOf;
  if (members !== undefined) return members.flatMap((each) => alternatives(each, document));
  if (!Array.isArray(rest.type)) return [rest];
  return rest.type.map((type) => ({ ...rest, type }));
}

const SCHEMA_PREFIX = "#/components/schemas/";

function resolve(reference: string, { components }: OpenApi): Schema {
  const schema = components?.schemas?.[reference.slice(SCHEMA_PREFIX.length)];
  if (schema === undefined) throw new Error(`The document lacks ${reference}.`);
  return schema;
}

/** What was sent must fit one of what is received. Where it fits none, the differences to its counterpart are told. */
function compareToAll(comparison: SchemaComparison, sent: Schema, received: readonly Schema[]): BreakingChange[] {
  const attempts = received.map((each) => ({ each, changes: compareOne(comparison, sent, each) }));
  if (attempts.some(({ changes }) => changes.length === 0)) return [];
  const counterparts = attempts.filter(({ each }) => isCounterpart(sent, each));
  const [counterpart] = counterparts;
  if (counterpart !== undefined && counterparts.length === 1) return counterpart.changes;
  return [{ at: comparison.at, change: `${phrases[comparison.direction].alternative}: ${nameOf(sent)}` }];
}

const phrases = {
  request: { alternative: "no longer takes", required: "is now required" },
  response: { alternative: "may now be", required: "may now be absent" },
} as const satisfies Record<SchemaComparison["direction"], object>;

/** Of the same type, and with the same mark where the members of a union are marked by a constant. */
function isCounterpart(left: Schema, right: Schema): boolean {
  const marks = Object.entries(left.properties ?? {}).filter(([, { const: mark }]) => mark !== undefined);
  return (
    typeFits(left.type, right.type) &&
    marks.every(([name, { const: mark }]) => {
      const other = right.properties?.[name]?.const;
      return other === undefined || other === mark;
    })
  );
}

function typeFits(sent: Schema["type"], received: Schema["type"]): boolean {
  return received === undefined || sent === received || (sent === "integer" && received === "number");
}

function nameOf({ const: value, enum: values, type = "anything", properties = {} }: Schema): string {
  if (value !== undefined) return JSON.stringify(value);
  if (values !== undefined) return values.map((each) => JSON.stringify(each)).join(", ");
  const marks = Object.entries(properties).filter(([, { const: mark }]) => mark !== undefined);
  return [String(type), ...marks.map(([name, { const: mark }]) => `with ${name} ${JSON.stringify(mark)}`)].join(" ");
}

function compareOne(comparison: SchemaComparison, sent: Schema, received: Schema): BreakingChange[] {
  const { at, direction } = comparison;
  if (!typeFits(sent.type, received.type)) {
    return [{ at, change: `${phrases[direction].alternative}: ${nameOf(sent)}` }];
  }
  return [
    ...compareValues(comparison, sent, received),
    ...compareLimits(comparison, sent, received),
    ...compareOthers(comparison, sent, received),
    ...compareProperties(comparison, sent, received),
    ...compareAdditional(comparison, sent, received),
    ...compareItems(comparison, sent, received),
  ];
}

function compareValues({ at, direction }: SchemaComparison, sent: Schema, received: Schema): BreakingChange[] {
  const taken = valuesOf(received);
  if (taken === undefined) return [];
  // Callers were told that answers may bring values they do not know.
  if (direction === "response" && received["x-open-enum"] === true && valuesOf(sent) !== undefined) return [];
  const strange = (valuesOf(sent) ?? []).filter((value) => !taken.includes(value));
  if (valuesOf(sent) !== undefined && strange.length === 0) return [];
  const values = strange.length > 0 ? strange.map((each) => JSON.stringify(each)).join(", ") : "other values";
  return [{ at, change: `${phrases[direction].alternative}: ${values}` }];
}

function valuesOf(schema: Schema): readonly unknown[] | undefined {
  return schema.const === undefined ? schema.enum : [schema.const];
}

const lowerLimits = ["minimum", "minLength", "minItems"] as const;
const upperLimits = ["maximum", "maxLength", "maxItems"] as const;

function compareLimits({ at, direction }: SchemaComparison, sent: Schema, received: Schema): BreakingChange[] {
  if (valuesOf(sent) !== undefined) return [];
  const exceeded = [
    ...lowerLimits.filter((limit) => (received[limit] ?? -Infinity) > (sent[limit] ?? -Infinity)),
    ...upperLimits.filter((limit) => (received[limit] ?? Infinity) < (sent[limit] ?? Infinity)),
  ];
  const verb = direction === "request" ? "is now narrower" : "is now wider";
  return exceeded.map((limit) => ({ at, change: `${verb}: ${limit}` }));
}

const compared = new Set(["type", "enum", "const", "properties", "required", "additionalProperties", "items"]);
const limits = new Set<string>([...lowerLimits, ...upperLimits]);
const annotations = new Set([
  "title",
  "description",
  "example",
  "examples",
  "deprecated",
  "discriminator",
  "x-open-enum",
]);

/** Patterns, formats, defaults and whatever else: any difference counts, but a receiver that asks for less is fine. */
function compareOthers({ at, direction }: SchemaComparison, sent: Schema, received: Schema): BreakingChange[] {
  const isOther = (key: string) => !compared.has(key) && !limits.has(key) && !annotations.has(key);
  const keys = Object.keys(received).filter(isOther);
  // What is left out of a request is filled in by the default, so a default that goes away changes what is meant.
  const lost = direction === "request" && "default" in sent && !("default" in received) ? ["default"] : [];
  const relevant = direction === "request" ? keys : keys.filter((key) => key !== "default");
  const different = relevant.filter((key) => {
    const isNewDefault = key === "default" && !(key in sent);
    return !isNewDefault && !sameJson(Reflect.get(sent, key), Reflect.get(received, key));
  });
  return [...different, ...lost].map((key) => ({ at, change: `has another ${key}` }));
}

function compareProperties(comparison: SchemaComparison, sent: Schema, received: Schema): BreakingChange[] {
  const { at, direction } = comparison;
  const mine = sent.properties ?? {};
  const theirs = received.properties ?? {};
  const missing = (received.required ?? []).filter((name) => !sent.required?.includes(name));
  const removed =
    direction === "request"
      ? Object.keys(mine).filter((name) => !(name in theirs) && received.additionalProperties === false)
      : Object.keys(theirs).filter((name) => !(name in mine));
  return [
    ...missing
      .filter((name) => !removed.includes(name))
      .map((name) => ({ at: `${at}.${name}`, change: phrases[direction].required })),
    ...removed.map((name) => ({ at: `${at}.${name}`, change: "is gone" })),
    ...Object.entries(mine).flatMap(([name, schema]) => {
      const other = theirs[name];
      return other === undefined ? [] : compareSent({ ...comparison, at: `${at}.${name}` }, schema, other);
    }),
  ];
}

/** Additional properties of an answer are no break, as a new property is none; values of a map are compared. */
function compareAdditional(comparison: SchemaComparison, sent: Schema, received: Schema): BreakingChange[] {
  const mine = sent.additionalProperties ?? true;
  const theirs = received.additionalProperties ?? true;
  const at = `${comparison.at}.*`;
  if (typeof mine === "object" && typeof theirs === "object") return compareSent({ ...comparison, at }, mine, theirs);
  const closed = comparison.direction === "request" && mine !== false && theirs !== true;
  const untyped = comparison.direction === "response" && mine === true && typeof theirs === "object";
  return sent.type === "object" && (closed || untyped) ? [{ at, change: "must now be declared" }] : [];
}

function compareItems(
  comparison: SchemaComparison,
  { items: sent }: Schema,
  { items: received }: Schema,
): BreakingChange[] {
  if (received === undefined) return [];
  return compareSent({ ...comparison, at: `${comparison.at}[]` }, sent ?? {}, received);
}

function compareSent(comparison: SchemaComparison, sent: Schema, received: Schema): BreakingChange[] {
  return comparison.direction === "request"
    ? compareSchemas(comparison, sent, received)
    : compareSchemas(comparison, received, sent);
}
