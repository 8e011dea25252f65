/** An attribute as written in a filter, path or attribute list (RFC 7644 §3.10). */
export interface AttributePath {
  /** What stands before the last colon. */
  readonly urn?: string;
  readonly name: string;
  readonly subAttribute?: string;
}

// Not by the flag i, to which U+212A is a K as well.
const NAME = /^(?:[A-Za-z][A-Za-z0-9_-]*|\$[Rr][Ee][Ff])$/u;

/** Undefined if the text is not `[URN:]name[.subName]`. */
export function parseAttributePath(text: string): AttributePath | undefined {
  const colon = text.lastIndexOf(":");
  const names = text.slice(colon + 1);
  const dot = names.indexOf(".");
  const name = dot === -1 ? names : names.slice(0, dot);
  if (!NAME.test(name)) return undefined;
  const path = colon === -1 ? { name } : { urn: text.slice(0, colon), name };
  if (dot === -1) return path;
  const subAttribute = names.slice(dot + 1);
  return NAME.test(subAttribute) ? { ...path, subAttribute } : undefined;
}

export function formatAttributePath({ urn, name, subAttribute }: AttributePath): string {
  const local = subAttribute === undefined ? name : `${name}.${subAttribute}`;
  return urn === undefined ? local : `${urn}:${local}`;
}
