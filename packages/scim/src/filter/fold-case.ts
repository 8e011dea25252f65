/**
 * The form in which values that are not case-exact are compared: Unicode NFKC, then lower case, so
 * that every spelling of one name meets in one key. An index over names must use the same fold.
 */
export function foldCase(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
