/** Rows under their headings, in aligned columns. No trailing newline. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [headings, ...rows.map((row) => row.map(printable))];
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => lengthOf(line[column]))));
  return lines
    .map((line) =>
      line
        .map((cell, column) => pad(cell, widths[column]))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Names beside their values, one to a line. No trailing newline. */
export function fields(rows: Readonly<Record<string, string>>): string {
  const width = Math.max(...Object.keys(rows).map(lengthOf));
  return Object.entries(rows)
    .map(([name, value]) => `${pad(name, width)}  ${printable(value)}`.trimEnd())
    .join("\n");
}

/** Without what a terminal would obey: names come from identity providers, and from whoever can edit them there. */
function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, "\ufffd");
}

function pad(text: string, width = 0): string {
  return text + " ".repeat(Math.max(0, width - lengthOf(text)));
}

function lengthOf(text = ""): number {
  return [...new Intl.Segmenter().segment(text)].length;
}
