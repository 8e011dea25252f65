/**
 * The one case fold: NFKC, then lower case. Unique indexes, look-ups and filters all compare folded text, so two
 * spellings are either the same everywhere or different everywhere. The original spelling is stored beside it.
 */
export function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
