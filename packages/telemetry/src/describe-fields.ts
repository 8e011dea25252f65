import { describeError } from "./describe-error.ts";

const MAX_DEPTH = 10;

/**
 * A plain copy fit for the log: errors at any depth are described, and objects of other classes appear as their name
 * only, so that logging a whole request by mistake says nothing.
 */
export function describeFields(fields: object, depth = 0): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, describeValue(value, depth + 1)]));
}

export function describeValue(value: unknown, depth = 0): unknown {
  if (typeof value !== "object" || value === null) return value;
  // Or cyclic.
  if (depth > MAX_DEPTH) return "[too deep]";
  if (value instanceof Error) return describeFields(describeError(value), depth);
  if (Array.isArray(value)) return value.map((item) => describeValue(item, depth + 1));
  if (isPlain(value)) return describeFields(value, depth);
  if (value instanceof Date || value instanceof URL) return value.toJSON();
  return `[${value.constructor.name}]`;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
