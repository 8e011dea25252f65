/** Text that is markup already. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

type Insertion = Html | string | number | boolean | readonly Insertion[];

/** Markup with insertions; whatever is not markup itself is escaped. `false` inserts nothing. */
export function html(parts: TemplateStringsArray, ...insertions: readonly Insertion[]): Html {
  return new Html(String.raw({ raw: parts.raw }, ...insertions.map((insertion) => render(insertion))));
}

function render(insertion: Insertion): string {
  if (insertion instanceof Html) return insertion.markup;
  if (typeof insertion === "object") return insertion.map((each) => render(each)).join("");
  return insertion === false ? "" : escape(String(insertion));
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
