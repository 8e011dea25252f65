import { isDeepStrictEqual } from "node:util";

/** Whether two values are the same once written as JSON: what is undefined counts as absent. */
export function sameJson(left: unknown, right: unknown): boolean {
  return isDeepStrictEqual(asJson(left), asJson(right));
}

function asJson(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
