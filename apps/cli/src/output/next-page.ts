/** What to add to a page's text: how to ask for the next one, if there is one. */
export function nextPage({ nextCursor }: { readonly nextCursor: string | null }): string {
  return nextCursor === null ? "" : `\n\nThere are more: add --cursor ${nextCursor}`;
}
