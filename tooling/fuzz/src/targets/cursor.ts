import type { Target } from "../target.ts";
import { hold } from "./hold.ts";
import { openSearch, type Search } from "./open-search.ts";
import { apiWords } from "./words.ts";

const [LOW, HIGH] = ["00000000-0000-7000-8000-000000000000", "ffffffff-ffff-7fff-bfff-ffffffffffff"];
/** More pages than there are users. */
const MAX_PAGES = 20;

/**
 * Cursors of the internal API, given as what they encode together with the order of their list: wherever one stands,
 * reading on from there ends, and yields the rest of the list in its order.
 */
export function createCursorTarget(): Target {
  let opened: Promise<Search> | undefined;
  const wholeLists = new Map<string, readonly string[]>();
  return {
    name: "cursor",
    covers: /packages\/(rpc|domain|client)\/src\//u,
    maxLength: 2_000,
    maxStepsPerCharacter: 2_000,
    dictionary: [
      ...apiWords,
      JSON.stringify(LOW),
      JSON.stringify(HIGH),
      '"\\"dan\\""',
      '"true"',
      '"1e400"',
      '"{}"',
      '"position":',
    ],
    seeds: [
      { position: [LOW] },
      { sortBy: "userName", position: [LOW, '"dan"'] },
      { sortBy: "title", sortDirection: "descending", position: [HIGH, null] },
      { sortBy: "active", position: [HIGH, "false"] },
      { sortBy: "createdAt", position: [LOW, '"2024-01-01T00:00:00.000Z"'] },
      { sortBy: "emails.value", position: [HIGH, '"b@x.io"'] },
    ].map((list) => JSON.stringify(list)),
    async attempt(input) {
      opened ??= openSearch();
      const search = await opened;
      const { cursor, list } = readInput(input);
      const first = await search(JSON.stringify({ ...list, limit: 1, cursor }));
      if ("refusal" in first) return first.refusal;
      const rest = await readOn(search, list, cursor);
      const key = JSON.stringify(list);
      const all = wholeLists.get(key) ?? (await readOn(search, list, undefined));
      wholeLists.set(key, all);
      hold("the rest is the end of the list", rest.join() === all.slice(all.length - rest.length).join());
      return `${rest.length} are left`;
    },
  };
}

/** The cursor, and the list that it should be for. What is not understood is taken for the cursor itself. */
function readInput(input: string): { readonly cursor: unknown; readonly list: object } {
  try {
    const { position, sortBy, sortDirection }: Partial<Record<string, unknown>> = JSON.parse(input);
    const list = { ...(sortBy !== undefined && { sortBy }), ...(sortDirection !== undefined && { sortDirection }) };
    return { cursor: Buffer.from(JSON.stringify(position)).toString("base64url"), list };
  } catch {
    return { cursor: input, list: {} };
  }
}

async function readOn(search: Search, list: object, start: unknown): Promise<string[]> {
  const ids: string[] = [];
  let cursor = start;
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const answer = await search(JSON.stringify({ ...list, limit: 2, cursor }));
    hold("a page follows on every page that says so", "page" in answer);
    if ("refusal" in answer) break;
    ids.push(...answer.page.items.map(({ id }) => id));
    hold("nobody comes twice", new Set(ids).size === ids.length);
    if (answer.page.nextCursor === null) return ids;
    cursor = answer.page.nextCursor;
  }
  throw new Error("The list does not end.");
}
