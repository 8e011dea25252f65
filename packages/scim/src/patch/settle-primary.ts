import { isJsonObject, type JsonValue } from "../json/json-value.ts";
import { isPrimary } from "../resource/read-value.ts";

/** Makes `chosen` the only primary value: the server turns the others to false (RFC 7644 §3.5.2). */
export function settlePrimary(elements: JsonValue[], chosen: number | undefined): JsonValue[] {
  if (chosen === undefined) return elements;
  return elements.map((element, index) =>
    index !== chosen && isJsonObject(element) && isPrimary(element) ? { ...element, primary: false } : element,
  );
}
