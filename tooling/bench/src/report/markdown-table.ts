/** A Markdown table, padded as the formatter has it; all columns but the first are aligned to the right. */
export function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = headings.map((_, column) => {
    const lengths = [headings, ...rows].map((row) => (row[column] ?? "").length);
    return Math.max(MIN_WIDTH, ...lengths);
  });
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const padded = (row: readonly string[]) =>
    line(
      widths.map((width, column) => {
        const cell = row[column] ?? "";
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      }),
    );
  const rule = line(widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)));
  return [padded(headings), rule, ...rows.map(padded)].join("\n");
}

const MIN_WIDTH = 3;
