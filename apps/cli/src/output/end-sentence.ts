/** The text with a full stop at its end, unless there is one. */
export function endSentence(text: string): string {
  return text.replace(/\.?$/, ".");
}
