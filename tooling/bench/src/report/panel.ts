/** Greys and hues that can be read on white and on black alike. */
export const colours = { floor: "#8b949e", rollcall: "#3b82f6", text: "#808891", rule: "#80889140" } as const;

const PANEL = { width: 270, height: 190 } as const;
/** Of a panel, around where it is drawn on. */
const MARGIN = { top: 34, right: 20, bottom: 30, left: 44 } as const;
const COLUMNS = 3;
const LEGEND_HEIGHT = 34;

/** Where a panel is drawn on, in its own coordinates. */
export const plot = {
  left: MARGIN.left,
  top: MARGIN.top,
  right: PANEL.width - MARGIN.right,
  bottom: PANEL.height - MARGIN.bottom,
} as const;

export interface Panel {
  readonly title: string;
  /** SVG elements. */
  readonly content: string;
}

/** A picture of panels in rows under one legend, on no background of its own. */
export function drawPanels(description: string, panels: readonly Panel[]): string {
  const rows = Math.ceil(panels.length / COLUMNS);
  const width = PANEL.width * COLUMNS;
  const height = LEGEND_HEIGHT + PANEL.height * rows;
  const body = panels.map(({ title, content }, index) => {
    const x = (index % COLUMNS) * PANEL.width;
    const y = LEGEND_HEIGHT + Math.floor(index / COLUMNS) * PANEL.height;
    const heading = text({ x: plot.left, y: 18, anchor: "start", weight: 600 }, title);
    return `<g transform="translate(${x} ${y})">\n${heading}\n${content}\n</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" font-family="system-ui, sans-serif" font-size="11" fill="${colours.text}">
<title>${escape(description)}</title>
${drawLegend(description)}
${body.join("\n")}
</svg>
`;
}

interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  readonly weight?: number;
}

export function text({ x, y, anchor, weight = 400 }: TextPlace, content: string): string {
  return `<text x="${rounded(x)}" y="${rounded(y)}" text-anchor="${anchor}" font-weight="${weight}">${escape(content)}</text>`;
}

/** Lines across the panel with their values beside them. @param y where a value is. */
export function drawRules(values: readonly number[], y: (value: number) => number, unit: string): string {
  return values
    .map((value) => {
      const at = rounded(y(value));
      const line = `<line x1="${plot.left}" x2="${plot.right}" y1="${at}" y2="${at}" stroke="${colours.rule}"/>`;
      return line + text({ x: plot.left - 6, y: at + 4, anchor: "end" }, `${value}${unit}`);
    })
    .join("\n");
}

/** Zero, and round numbers up to what is at least as much. */
export function ticksUpTo(largest: number): number[] {
  const magnitude = 10 ** Math.floor(Math.log10(largest));
  const step = [0.25, 0.5, 1, 2.5].map((factor) => factor * magnitude).find((each) => each * MAX_TICKS >= largest);
  const size = step ?? magnitude * 2.5;
  return Array.from({ length: Math.ceil(largest / size) + 1 }, (_, index) => Number((index * size).toPrecision(3)));
}

const MAX_TICKS = 4;
const DECIMALS = 10;

export function rounded(value: number): number {
  return Math.round(value * DECIMALS) / DECIMALS;
}

function drawLegend(description: string): string {
  const entries = [
    { x: plot.left, colour: colours.rollcall, name: "Rollcall" },
    { x: plot.left + 84, colour: colours.floor, name: "the floor" },
  ];
  const marks = entries.map(
    ({ x, colour, name }) =>
      `<rect x="${x}" y="11" width="10" height="10" rx="2" fill="${colour}"/>` +
      text({ x: x + 16, y: 20, anchor: "start" }, name),
  );
  return [...marks, text({ x: plot.left + 180, y: 20, anchor: "start" }, description)].join("\n");
}

function escape(content: string): string {
  return content.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
