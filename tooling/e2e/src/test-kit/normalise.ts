const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const SECRET = /^rl[ck]_/;

/** What is known by its name to differ, whatever it holds. */
const replaced = new Map([
  ["hint", "<hint>"],
  ["nextCursor", "<cursor>"],
  ["tenantUrl", "<tenantUrl>"],
]);

/** The value with ids, times, secrets and cursors replaced by placeholders; ids are numbered as they appear. */
export function normalise<TValue>(value: TValue): TValue {
  const ids = new Map<string, string>();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Texts become other texts, and nothing else changes.
  return replace(value) as TValue;

  function replace(part: unknown): unknown {
    if (typeof part === "string") return text(part);
    if (Array.isArray(part)) return part.map(replace);
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, inner]) => [
        key,
        typeof inner === "string" && replaced.get(key) !== undefined ? replaced.get(key) : replace(inner),
      ]),
    );
  }

  function text(part: string): string {
    if (INSTANT.test(part)) return "<time>";
    if (SECRET.test(part)) return "<secret>";
    return part.replaceAll(UUID, (id) => {
      const placeholder = ids.get(id.toLowerCase()) ?? `<id ${ids.size + 1}>`;
      ids.set(id.toLowerCase(), placeholder);
      return placeholder;
    });
  }
}
