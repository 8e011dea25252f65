interface ListPage<TItem> {
  readonly items: readonly TItem[];
  readonly nextCursor: string | null;
}

/**
 * Every item of a list, read page by page as the loop asks for more:
 *
 *     for await (const user of listAll((cursor) => client.users.list.query({ tenantId, cursor }))) …
 */
export async function* listAll<TItem>(
  readPage: (cursor: string | undefined) => Promise<ListPage<TItem>>,
): AsyncGenerator<TItem, void> {
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await readPage(cursor);
    yield* items;
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
}
