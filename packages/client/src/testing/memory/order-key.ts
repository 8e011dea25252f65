import { type Attribute, type AttributeType, DomainError, type UserProfile } from "@rollcall/domain";

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

/**
 * A key out of a cursor, which anybody may have written.
 * @throws DomainError `invalid_value`, as the database does, for what is no value of the attribute's type.
 */
export function readOrderKey({ type }: Attribute, key: string): unknown {
  const value = parse(key);
  if (isOfType[type](value)) return value;
  const reason = "a cursor holds a value of another type than what it is compared with";
  throw new DomainError({ code: "invalid_value", attribute: "query", reason });
}

const isOfType = {
  text: (value) => typeof value === "string",
  boolean: (value) => typeof value === "boolean",
  number: (value) => typeof value === "number",
  time: (value) => typeof value === "string" && !Number.isNaN(Date.parse(value)),
  complex: () => false,
} as const satisfies Record<AttributeType, (value: unknown) => boolean>;

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** undefined where there is none; null is none. */
function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce(
    (inner, key) => (typeof inner === "object" && inner !== null ? (Reflect.get(inner, key) ?? undefined) : undefined),
    value,
  );
}
