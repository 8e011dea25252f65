import type { Attribute, UserProfile } from "@rollcall/domain";

export interface Ordered {
  readonly profile?: UserProfile;
}

/** What a user or group is ordered by: of several values the primary one, else the first (RFC 7644 §3.4.2.3). */
export function orderKey({ path, multiValued }: Attribute, item: Ordered): unknown {
  const attributes = { ...item, ...item.profile };
  if (!multiValued) return valueAt(attributes, path);
  const [list = "", ...rest] = path;
  const values = valueAt(attributes, [list]);
  if (!Array.isArray(values)) return undefined;
  const primary: unknown = values.find((value) => valueAt(value, ["primary"]) === true);
  return valueAt(primary, rest) ?? valueAt(values[0], rest);
}

/** undefined where there is none; null is none. */
function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce(
    (inner, key) => (typeof inner === "object" && inner !== null ? (Reflect.get(inner, key) ?? undefined) : undefined),
    value,
  );
}
