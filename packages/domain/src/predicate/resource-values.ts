import type { Attribute } from "./attribute.ts";

interface Reference {
  readonly id: string;
  readonly type: string;
}

interface Resource {
  readonly profile?: object;
  readonly groups?: readonly (Reference & { readonly displayName: string })[];
  readonly members?: readonly (Reference & { readonly display: string })[];
}

/** A user, or a group with its members, as the paths of attributes see it. */
export function attributesOf(resource: object): object {
  const { profile, groups = [], members = [], ...own }: Resource = resource;
  return {
    ...own,
    ...profile,
    groups: groups.map(({ id, displayName, type }) => ({ value: id, display: displayName, type })),
    members: members.map(({ id, display, type }) => ({ value: id, display, type })),
  };
}

/** What is at a path, each value of a list on its own. */
export function valuesAt(value: unknown, path: Attribute["path"]): unknown[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, path));
  const [key, ...rest] = path;
  if (key === undefined) return [value];
  return typeof value === "object" && Object.hasOwn(value, key) ? valuesAt(Reflect.get(value, key), rest) : [];
}
