/** What an error says, without what it says of this input alone: texts and numbers. */
export function summarise(error: unknown): string {
  const [line = ""] = String(error).split("\n");
  return line.replaceAll(/"(?:[^"\\]|\\.)*"/gu, '"…"').replaceAll(/\d+/gu, "N");
}
