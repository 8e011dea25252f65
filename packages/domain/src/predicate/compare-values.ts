import { fold } from "../identity/fold.ts";
import type { Attribute } from "./attribute.ts";

/**
 * Below 0, 0 or above 0 as the left of two values of an attribute comes before, with or after the right. Text is
 * compared by code points, which is the order of its bytes in the database.
 */
export function compareValues(attribute: Attribute, left: unknown, right: unknown): number {
  switch (attribute.type) {
    case "text":
      return Buffer.compare(Buffer.from(textOf(attribute, left)), Buffer.from(textOf(attribute, right)));
    case "time":
      return timeOf(left) - timeOf(right);
    case "boolean":
    case "number":
      return Number(left) - Number(right);
    case "complex":
      return 0;
  }
}

/** A text as it is compared. */
export function textOf({ caseExact }: Pick<Attribute, "caseExact">, value: unknown): string {
  return caseExact ? String(value) : fold(String(value));
}

function timeOf(value: unknown): number {
  return value instanceof Date ? value.getTime() : Date.parse(String(value));
}
