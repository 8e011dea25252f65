import { foldCase } from "../filter/fold-case.ts";
import { getOwn, isJsonObject, type JsonValue } from "../json/json-value.ts";
import { isPrimary } from "../resource/read-value.ts";
import type { Attribute } from "../schema/attribute.ts";
import { identityOf } from "./element-identity.ts";
import { settlePrimary } from "./settle-primary.ts";

/**
 * Adds values to a multi-valued attribute (RFC 7644 §3.5.2.1). Nothing is doubled: a value that is
 * there already, with the same `value` and no other `type`, is merged into. Time is linear in the
 * number of values.
 */
export function addElements(
  attribute: Attribute,
  current: readonly JsonValue[],
  added: readonly JsonValue[],
): JsonValue[] {
  const elements = [...current];
  const places = new Places();
  current.forEach((element, place) => places.note(identityOf(attribute, element), element, place));
  let primary: number | undefined;
  for (const element of added) {
    const identity = identityOf(attribute, element);
    const place = places.find(identity, element) ?? elements.length;
    const merged = merge(elements[place], element);
    elements[place] = merged;
    places.note(identity, merged, place);
    if (isPrimary(element)) primary = place;
  }
  return settlePrimary(elements, primary);
}

/**
 * Where the elements of each identity and type are. Whoever names no type means any: Okta adds
 * members without one.
 */
class Places {
  readonly #first = new Map<string, number>();
  readonly #typed = new Map<string, number>();
  readonly #untyped = new Map<string, number>();

  note(identity: string, element: JsonValue, place: number): void {
    const type = typeOf(element);
    if (!this.#first.has(identity)) this.#first.set(identity, place);
    if (type === undefined) this.#untyped.set(identity, place);
    else this.#typed.set(typedKey(identity, type), place);
    if (type !== undefined && this.#untyped.get(identity) === place) this.#untyped.delete(identity);
  }

  find(identity: string, element: JsonValue): number | undefined {
    const type = typeOf(element);
    if (type === undefined) return this.#first.get(identity);
    return this.#typed.get(typedKey(identity, type)) ?? this.#untyped.get(identity);
  }
}

function typedKey(identity: string, type: string): string {
  return `${type.length}:${type}:${identity}`;
}

function typeOf(element: JsonValue): string | undefined {
  const type = isJsonObject(element) ? getOwn(element, "type") : undefined;
  return typeof type === "string" ? foldCase(type) : undefined;
}

/** What is there keeps its spelling of what made the two the same: adding it again changes nothing. */
function merge(existing: JsonValue | undefined, element: JsonValue): JsonValue {
  if (existing === undefined) return element;
  if (!isJsonObject(existing) || !isJsonObject(element)) return existing;
  const [value, type] = [getOwn(existing, "value"), getOwn(existing, "type")];
  return {
    ...existing,
    ...element,
    ...(value === undefined ? {} : { value }),
    ...(type === undefined ? {} : { type }),
  };
}
